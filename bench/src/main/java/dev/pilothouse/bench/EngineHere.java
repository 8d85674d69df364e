package dev.pilothouse.bench;

import dev.pilothouse.app.Server;
import dev.pilothouse.app.Settings;
import dev.pilothouse.spi.Intake;
import dev.pilothouse.spi.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole app in this process, as it starts everywhere else, with one ear at its ledger.
final class EngineHere implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(1);

  private final Ends ends = new Ends();
  private final ConfigurableApplicationContext application;

  EngineHere(Map<String, String> settings) {
    System.setProperty("logging.level.root", "warn");
    ApplicationContextInitializer<ConfigurableApplicationContext> ear =
        context -> context.getBeanFactory().addBeanPostProcessor(overhearing());
    application = Server.start(Settings.read(List.of(), settings), ear);
    Await.that("the engine is ready", START, this::ready);
  }

  String url() {
    return "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
  }

  Intake intake() {
    return application.getBean(Intake.class);
  }

  Ends ends() {
    return ends;
  }

  @Override
  public void close() {
    application.close();
  }

  private boolean ready() {
    try (Api api = new Api(START)) {
      return api.get(url() + "/readyz").filter(it -> it.status() == 200).isPresent();
    }
  }

  private BeanPostProcessor overhearing() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Ledger ledger ? ends.of(ledger) : bean;
      }
    };
  }
}

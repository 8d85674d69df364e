package dev.pilothouse.app;

import dev.pilothouse.builderapi.BuilderApi;
import dev.pilothouse.builderapi.HealthOnly;
import java.io.Console;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// Runs one process of Pilothouse in its role.
public final class Server {
  private static final int BAD_SETTINGS = 2;
  private static final int CONNECTIONS = 2_000;

  private Server() {}

  static void run(List<String> arguments, Map<String, String> environment) {
    try {
      var _ = start(Settings.read(arguments, environment));
    } catch (SettingsProblem problem) {
      problem.sentences().forEach(System.err::println);
      System.exit(BAD_SETTINGS);
    }
  }

  /// @param more what a proof in the same process adds, such as an ear
  public static ConfigurableApplicationContext start(
      Settings settings, ApplicationContextInitializer<?>... more) {
    Class<?> http = settings.role().serves() ? BuilderApi.class : HealthOnly.class;
    SpringApplication application = new SpringApplication(Wiring.class, http);
    application.setBannerMode(Banner.Mode.OFF);
    application.setDefaultProperties(springsOwn(settings));
    application.addInitializers(context ->
        ((GenericApplicationContext) context).registerBean(Settings.class, () -> settings));
    application.addInitializers(more);
    return application.run();
  }

  private static Map<String, Object> springsOwn(Settings settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", settings.http().port());
    properties.put("server.address", settings.http().address());
    properties.put("server.shutdown", "graceful");
    properties.put("server.compression.enabled", true);
    properties.put(
        "server.tomcat.connection-timeout", "60s"); // who takes nothing so long is let go
    // Beyond that a guest waits at the door: to let in more than can be answered answers nobody.
    properties.put("server.tomcat.max-connections", CONNECTIONS);
    // Else all but 200 of them are set up anew, each under one lock, while everybody waits.
    properties.put("server.tomcat.processor-cache", CONNECTIONS);
    properties.put("server.error.whitelabel.enabled", false);
    properties.put("spring.servlet.multipart.enabled", false); // an event's data, as it came
    properties.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
    properties.put("spring.threads.virtual.enabled", true);
    properties.put("spring.web.resources.add-mappings", false);
    properties.put("spring.main.log-startup-info", false);
    properties.put("management.endpoints.web.base-path", "/");
    properties.put("management.endpoints.web.path-mapping.prometheus", "metrics");
    properties.put("management.endpoints.web.exposure.include", "prometheus");
    properties.put("logging.level.org.flywaydb", "warn");
    properties.put("logging.level.com.zaxxer.hikari.pool.HikariPool", "error");
    properties.put("logging.level.io.temporal", "warn");
    if (!onATerminal()) {
      properties.put("logging.structured.format.console", "ecs");
      properties.put("logging.structured.ecs.service.name", "pilothouse");
      properties.put("logging.structured.ecs.service.version", Version.current());
    }
    return properties;
  }

  private static boolean onATerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}

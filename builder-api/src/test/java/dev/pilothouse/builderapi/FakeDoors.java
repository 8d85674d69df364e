package dev.pilothouse.builderapi;

import dev.pilothouse.chain.DefinitionReader;
import dev.pilothouse.spi.Health;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// What a process wires behind the HTTP interface, as fakes.
@Configuration(proxyBeanMethods = false)
class FakeDoors {
  @Bean
  IntakeFake intake() {
    return new IntakeFake();
  }

  @Bean
  JournalFake journal() {
    return new JournalFake();
  }

  @Bean
  RunsFake runs() {
    return new RunsFake();
  }

  @Bean
  ControlFake control() {
    return new ControlFake();
  }

  @Bean
  HoldFake hold() {
    return new HoldFake();
  }

  @Bean
  AutomationsFake automations() {
    return new AutomationsFake();
  }

  @Bean
  AccountsFake accounts() {
    return new AccountsFake();
  }

  @Bean
  DefinitionReader definitions() {
    return new DefinitionReader(new SomeActions());
  }

  @Bean
  Health health() {
    return List::of;
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  @Bean
  JsonMapper json() {
    return JsonMapper.builder().build();
  }

  @Bean
  FirstLogin firstLogin() {
    return () -> {};
  }

  @Bean
  About about() {
    return new About("test", "");
  }

  @Bean
  HttpConfig http() {
    return new HttpConfig(
        0, "127.0.0.1", false, HttpConfig.defaults().sessionLifetime(), ApiServer.MOST_BYTES);
  }
}

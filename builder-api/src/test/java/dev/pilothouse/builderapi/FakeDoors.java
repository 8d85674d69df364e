package dev.pilothouse.builderapi;

import dev.pilothouse.chain.Chains;
import dev.pilothouse.chain.DefinitionReader;
import dev.pilothouse.chain.EventCatalogue;
import dev.pilothouse.chain.TypeCheck;
import dev.pilothouse.spi.Health;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.json.JsonMapper;

/// What a process wires behind the HTTP interface, as fakes.
@Configuration(proxyBeanMethods = false)
class FakeDoors {
  @Bean
  IntakeFake intake(JournalFake journal, VerdictsFake verdicts) {
    return new IntakeFake(journal, verdicts);
  }

  @Bean
  VerdictsFake verdicts(JournalFake journal) {
    return new VerdictsFake(journal);
  }

  @Bean
  HandoverFake handover() {
    return new HandoverFake();
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
  FollowedRunsFake followedRuns() {
    return new FollowedRunsFake();
  }

  @Bean
  RerunsFake reruns() {
    return new RerunsFake();
  }

  @Bean
  Chains chains() {
    return new Chains();
  }

  @Bean
  GlancesFake glances() {
    return new GlancesFake();
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
  PublicationsFake publications(AutomationsFake automations) {
    return new PublicationsFake(automations);
  }

  @Bean
  RecordsFake records() {
    return new RecordsFake();
  }

  @Bean
  NotificationsFake notifications() {
    return new NotificationsFake();
  }

  @Bean
  AccountsFake accounts() {
    return new AccountsFake();
  }

  @Bean
  CompanyFake company() {
    return new CompanyFake();
  }

  @Bean
  ActorsFake actors() {
    return new ActorsFake();
  }

  @Bean
  OverviewFake overview() {
    return new OverviewFake();
  }

  @Bean
  SessionsFake sessions() {
    return new SessionsFake();
  }

  @Bean
  KeysFake keys() {
    return new KeysFake();
  }

  @Bean
  ActionsFake actions() {
    return new ActionsFake();
  }

  @Bean
  EventTypesFake eventTypes() {
    return new EventTypesFake();
  }

  @Bean
  EventCatalogue catalogue() {
    return EventCatalogue.standard();
  }

  @Bean
  DefinitionReader definitions(EventCatalogue catalogue) {
    SomeActions actions = new SomeActions();
    return new DefinitionReader(actions, new TypeCheck(catalogue, actions));
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

  /// So that no answer is broken off where the machine is busy.
  @Bean
  @Primary
  Patience unhurried() {
    return new Patience(Duration.ofMinutes(1), Duration.ofMinutes(1));
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

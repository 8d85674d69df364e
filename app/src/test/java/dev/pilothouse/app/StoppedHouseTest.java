package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.testkit.Fault;
import dev.pilothouse.testkit.Moment;
import dev.pilothouse.testkit.RecordingHttpServer;
import dev.pilothouse.testkit.Wait;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a stop, as each deploy makes one, leaves of what is under way.
class StoppedHouseTest {
  private static final Duration SOON = Duration.ofMinutes(2);

  @RegisterExtension
  static final RunningHouse house =
      new RunningHouse(
          Map.of(
              "PILOTHOUSE_ACTIONS_HTTP_ALLOWED_HOSTS", "127.0.0.1",
              "PILOTHOUSE_WORKER_SHUTDOWN_GRACE", "PT20S"));

  @RegisterExtension final RecordingHttpServer server = new RecordingHttpServer();

  private final Admin admin = new Admin(house);

  @Test
  void letsACallEndThatMayNotBeMadeAgain() {
    server.next(Fault.slow(Moment.BEFORE_ANSWERING, Duration.ofSeconds(3)));
    String run =
        admin.sendOne(
            admin.publish(
                """
                {"id": "once", "do": "http.request", "with": {"method": "POST", "url": "%s"}},
                {"id": "after", "do": "transform", "with": {"a": 1}}\
                """
                    .formatted(server.url("/x"))));
    Wait.until("the call is open", SOON, () -> server.arrived().count() == 1);

    house.restart(Map.of(), () -> {});

    admin.awaitState(run, "finished");
    assertThat(admin.step(run, "once").path("state").asString()).isEqualTo("finished");
    assertThat(server.arrived().count()).isOne();
  }
}

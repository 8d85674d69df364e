package dev.pilothouse.app;

import dev.pilothouse.testkit.Wait;
import dev.pilothouse.workers.platform.DaysWork;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the start cache is made from goes through on a real house.
class RehearsalTest {
  @RegisterExtension
  static final RunningHouse house =
      new RunningHouse(Map.of("PILOTHOUSE_ACTIONS_HTTP_ALLOWED_HOSTS", "127.0.0.1"));

  @Test
  void goesThroughOnARealHouse() {
    new DaysWork(house.url(), house.firstLogin()).run();

    Admin admin = new Admin(house);
    Wait.until(
        "all its runs have finished",
        Duration.ofMinutes(5),
        () -> finished(admin) == DaysWork.EVENTS);
  }

  /// The house's first example hears the same events.
  private static long finished(Admin admin) {
    return admin
        .get("/v1/runs?state=finished&limit=200")
        .json()
        .path("items")
        .valueStream()
        .filter(run -> run.path("automation").asString().equals("Rehearsal"))
        .count();
  }
}

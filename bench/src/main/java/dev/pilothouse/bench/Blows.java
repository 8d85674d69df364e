package dev.pilothouse.bench;

import dev.pilothouse.workers.platform.PlatformState;
import dev.pilothouse.workers.platform.ProcessIdentity;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Deals blows to the processes of one house, and brings back what only a person would bring back.
final class Blows {
  /// Longer than the lease and than every call's timeout.
  private static final Duration FROZEN = Duration.ofSeconds(15);

  private final House house;
  private final SecondApp second;
  private final Doors doors;

  Blows(House house, SecondApp second, Doors doors) {
    this.house = house;
    this.second = second;
    this.doors = doors;
  }

  /// Returns at once; what has come back by then is the supervisor's work.
  ///
  /// @return what is still to be done about it, once one has looked
  Runnable deal(Blow blow) {
    return switch (blow) {
      case FIRST_APP -> killed("app");
      case TEMPORAL -> killed("temporal");
      case POSTGRES -> killed("postgres");
      case SECOND_APP -> secondKilled();
      case BOTH_APPS -> {
        var _ = killed("app");
        yield secondKilled();
      }
      case ALL -> allKilled();
      case FREEZE_FIRST_APP -> frozen(house.pid("app"));
      case FREEZE_SECOND_APP -> frozen(second.pid());
    };
  }

  private Runnable killed(String part) {
    house
        .state()
        .flatMap(it -> it.part(part))
        .map(PlatformState.Part::process)
        .ifPresent(Blows::kill);
    return () -> {};
  }

  private Runnable secondKilled() {
    Signals.kill(second.pid());
    second.startAgain();
    return () -> {};
  }

  private Runnable allKilled() {
    Signals.kill(second.pid());
    house.killAll();
    var _ = house.up();
    doors.firstIs(house.url());
    second.startAgain();
    return () -> {};
  }

  private static Runnable frozen(long pid) {
    long begun = System.nanoTime();
    Signals.freeze(pid);
    return () -> {
      LockSupport.parkNanos(FROZEN.minus(Await.since(begun)).toNanos());
      Signals.thaw(pid);
    };
  }

  /// A number whose process has ended may be somebody else's by now.
  private static void kill(ProcessIdentity process) {
    if (process.isAlive()) {
      Signals.kill(process.pid());
    }
  }
}

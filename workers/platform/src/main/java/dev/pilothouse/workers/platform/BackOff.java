package dev.pilothouse.workers.platform;

import java.time.Duration;

/// How long to wait before what died is started again: at once the first time, so that a person
/// hardly notices; rarely at last, so that a part that cannot live does not eat the machine.
final class BackOff {

  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration HEALTHY = Duration.ofMinutes(1);

  private int deathsInARow;

  /// The pause after a life that lasted so long.
  Duration afterLifeOf(Duration life) {
    deathsInARow = life.compareTo(HEALTHY) >= 0 ? 1 : deathsInARow + 1;
    long doublings = Math.min(deathsInARow - 1, 20);
    Duration pause = FIRST.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  int deathsInARow() {
    return deathsInARow;
  }
}

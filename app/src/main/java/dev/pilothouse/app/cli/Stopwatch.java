package dev.pilothouse.app.cli;

import java.time.Duration;
import java.util.Locale;

/// Tells beside each line of progress how long a person has been waiting by then.
final class Stopwatch {

  private final long begun = System.nanoTime();

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  String before(String words) {
    return String.format(Locale.ROOT, "%6.1f s  %s", elapsed().toMillis() / 1000.0, words);
  }
}

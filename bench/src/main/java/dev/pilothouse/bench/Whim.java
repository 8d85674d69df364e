package dev.pilothouse.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// How a server out there treats one call.
sealed interface Whim {
  /// Acts and answers.
  record Fine() implements Whim {}

  /// Takes its time before it acts, and again before it answers.
  record Slow(Duration before, Duration after) implements Whim {}

  /// Acts, and answers when the gate opens.
  record Held(CountDownLatch gate) implements Whim {}

  /// Does nothing, and says so by this status.
  record Refuses(int status) implements Whim {}

  /// Cuts the connection without a word.
  ///
  /// @param acted whether it did before what it was asked for
  record HangsUp(boolean acted) implements Whim {}
}

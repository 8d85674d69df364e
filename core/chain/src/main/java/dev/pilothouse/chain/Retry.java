package dev.pilothouse.chain;

import java.time.Duration;

/// How often a call is tried, and how long to wait between two attempts. Whether trying again is
/// allowed at all, the effect class decides.
///
/// @param attempts with the first one; 1 to 20, by default 4
/// @param first before the second attempt; by default 1 second
/// @param factor each wait is so many times the one before; 1 to 10, by default 4
/// @param max no wait is longer; by default 5 minutes
/// @param jitter each wait is up to this part of it shorter, so that many that failed together do
///   not come again together; 0 to 1, by default 0
public record Retry(int attempts, Duration first, double factor, Duration max, double jitter) {
  static final int MOST_ATTEMPTS = 20;
  static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
  static final Duration LONGEST_WAIT = Duration.ofDays(1);

  public static final Retry DEFAULT =
      new Retry(4, Duration.ofSeconds(1), 4, Duration.ofMinutes(5), 0);

  /// Nothing before the first attempt.
  ///
  /// @param lot of this one call, which takes the place of chance: whoever works it out again after
  ///   a crash gets the same
  public Duration beforeAttempt(int attempt, int lot) {
    return attempt <= 1 ? Duration.ZERO : shortened(usual(attempt), lot * 31 + attempt);
  }

  private Duration usual(int attempt) {
    return atMostMax(Math.pow(factor, attempt - 2));
  }

  private Duration shortened(Duration wait, int lot) {
    double part = Math.floorMod(lot * 0x9E3779B9, 1000) / 1000.0;
    return Duration.ofMillis((long) (wait.toMillis() * (1 - jitter * part)));
  }

  private Duration atMostMax(double times) {
    double millis = first.toMillis() * times;
    return millis >= max.toMillis() ? max : Duration.ofMillis((long) millis);
  }
}

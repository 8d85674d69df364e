package dev.pilothouse.chain;

import java.time.Duration;

/// How often a call is tried, and how long to wait between two attempts. Whether trying again is
/// allowed at all, the effect class decides.
///
/// @param attempts with the first one; 1 to 20, by default 4
/// @param first before the second attempt; by default 1 second
/// @param factor each wait is so many times the one before; 1 to 10, by default 4
/// @param max no wait is longer; by default 5 minutes
public record Retry(int attempts, Duration first, double factor, Duration max) {
  static final int MOST_ATTEMPTS = 20;
  static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
  static final Duration LONGEST_WAIT = Duration.ofDays(1);

  public static final Retry DEFAULT = new Retry(4, Duration.ofSeconds(1), 4, Duration.ofMinutes(5));

  /// Nothing before the first attempt.
  public Duration beforeAttempt(int attempt) {
    return attempt <= 1 ? Duration.ZERO : atMostMax(Math.pow(factor, attempt - 2));
  }

  private Duration atMostMax(double times) {
    double millis = first.toMillis() * times;
    return millis >= max.toMillis() ? max : Duration.ofMillis((long) millis);
  }
}

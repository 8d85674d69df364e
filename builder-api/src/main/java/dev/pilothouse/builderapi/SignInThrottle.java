package dev.pilothouse.builderapi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/// Slows down who guesses passwords: ten failures for one address within a quarter of an hour close
/// it for the rest of that time. Kept in memory and bounded, so that guessing at many addresses
/// costs us nothing.
final class SignInThrottle {
  private static final int ALLOWED = 10;
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int REMEMBERED = 10_000;

  private record Failures(int count, Instant since) {}

  private final Clock clock;
  private final Map<String, Failures> byEmail =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  /// Counts the attempt as a failure before it is looked into, or guesses that come at once would
  /// all find room.
  synchronized void requireRoom(String email) {
    forgetThePast();
    Failures failures = byEmail.getOrDefault(key(email), new Failures(0, clock.instant()));
    if (failures.count() >= ALLOWED) {
      throw RefusedException.until(
          HttpStatus.TOO_MANY_REQUESTS,
          "Too many wrong passwords for this address. Wait a quarter of an hour and try again.",
          Duration.between(clock.instant(), failures.since().plus(WINDOW)).plusSeconds(1));
    }
    byEmail.put(key(email), new Failures(failures.count() + 1, failures.since()));
  }

  /// Takes back one attempt, of which nobody knows whether it was right.
  synchronized void undecided(String email) {
    byEmail.computeIfPresent(
        key(email), (_, failures) -> new Failures(failures.count() - 1, failures.since()));
  }

  /// Takes back what was counted.
  synchronized void succeeded(String email) {
    byEmail.remove(key(email));
  }

  synchronized int remembered() {
    return byEmail.size();
  }

  /// An entry keeps its place and its time, so that the oldest stand first.
  private void forgetThePast() {
    Instant end = clock.instant().minus(WINDOW);
    Iterator<Failures> oldest = byEmail.values().iterator();
    while (oldest.hasNext() && !oldest.next().since().isAfter(end)) {
      oldest.remove();
    }
  }

  private static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}

package dev.pilothouse.triggers;

import java.time.Duration;

/// Settings of the intake.
///
/// @param repeatsKnownFor how long the same delivery again is known for the same, and gets the
///   first one's answer; later it is a new one. Refused ones are kept as long. At least a day,
///   since senders try again for hours; each day costs a row of some 150 bytes for every event
public record IntakeConfig(Duration repeatsKnownFor) {
  private static final Duration SHORTEST = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(3650);

  public IntakeConfig {
    if (repeatsKnownFor.compareTo(SHORTEST) < 0 || repeatsKnownFor.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "expected 'repeats-known-for' between P1D and P3650D, but found " + repeatsKnownFor);
    }
  }

  public static IntakeConfig defaults() {
    return new IntakeConfig(Duration.ofDays(90));
  }
}

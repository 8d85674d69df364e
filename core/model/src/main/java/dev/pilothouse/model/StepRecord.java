package dev.pilothouse.model;

import java.time.Instant;
import java.util.Optional;

/// A step as the ledger remembers it: what was reserved for it, what it got, what it waits for.
///
/// @param startedAt when it was begun the first time
public record StepRecord(
    StepKey key,
    StepLabel label,
    Instant startedAt,
    Optional<Reservation> reservation,
    Optional<Settlement> settlement,
    Optional<Awaiting> awaiting) {

  /// Written before anything is sent: from here on the effect may have happened.
  ///
  /// @param attempt the newest, counted from one
  /// @param deadline after it the sender no longer sends
  public record Reservation(
      EffectClass effectClass, Json input, int attempt, Instant reservedAt, Instant deadline) {}

  /// @param late told by a sender that had lost its claim meanwhile
  public record Settlement(
      StepOutcome outcome, int attempts, Json input, boolean late, Instant at) {}

  /// @param attempt the one that led to this waiting; a later one has ended it
  /// @param reason for people: what is waited for
  /// @param maybe an attempt that failed may have acted all the same
  public record Awaiting(Instant due, int attempt, String reason, boolean maybe) {}

  public Optional<StepOutcome> outcome() {
    return settlement.map(Settlement::outcome);
  }

  /// A call was reserved, and nothing says how it went: it may have happened.
  public boolean inDoubt() {
    return settlement.isEmpty()
        && reservation
            .filter(sent -> awaiting.map(Awaiting::attempt).orElse(0) < sent.attempt())
            .isPresent();
  }
}

package dev.pilothouse.model;

import java.time.Instant;
import java.util.Optional;

/// A step as the ledger remembers it: what was reserved for it, what it got, what it waits for.
///
/// @param startedAt when it was begun the first time
/// @param progress of a loop under way
/// @param keptFrom the run that did it, where this one did not but keeps its outcome
public record StepRecord(
    StepKey key,
    StepLabel label,
    Instant startedAt,
    Optional<Reservation> reservation,
    Optional<Settlement> settlement,
    Optional<Awaiting> awaiting,
    Optional<LoopProgress> progress,
    Optional<RunId> keptFrom) {

  /// What the run did itself.
  public StepRecord(
      StepKey key,
      StepLabel label,
      Instant startedAt,
      Optional<Reservation> reservation,
      Optional<Settlement> settlement,
      Optional<Awaiting> awaiting,
      Optional<LoopProgress> progress) {
    this(key, label, startedAt, reservation, settlement, awaiting, progress, Optional.empty());
  }

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
  /// @param input of the step; null where it waits for a time alone
  /// @param maybe an attempt that failed may have acted all the same
  public record Awaiting(Instant due, int attempt, Json input, String reason, boolean maybe) {}

  public Optional<StepOutcome> outcome() {
    return settlement.map(Settlement::outcome);
  }

  /// What it waits for; a call that was sent after the wait has ended it.
  public Optional<Awaiting> waitsNow() {
    return settlement.isPresent() || inDoubt() ? Optional.empty() : awaiting;
  }

  /// Whether it waits for something to come, and not for a time alone.
  public boolean waitsForALetter() {
    return waitsNow()
        .filter(waits ->
            switch (label.kind()) {
              case "wait" -> !waits.input().equals(Json.NULL);
              case "call" -> true;
              default -> false;
            })
        .isPresent();
  }

  /// A call was reserved, and nothing says how it went: it may have happened.
  public boolean inDoubt() {
    return settlement.isEmpty()
        && reservation
            .filter(sent -> awaiting.map(Awaiting::attempt).orElse(0) < sent.attempt())
            .isPresent();
  }
}

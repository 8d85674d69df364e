package dev.pilothouse.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One execution of an automation for one event.
public record RunId(UUID value) {
  public static RunId next() {
    return new RunId(TimeOrderedId.next());
  }

  /// Empty for text that is no id, so that a mistyped address is "not found" and not a failure.
  public static Optional<RunId> parse(String text) {
    return Ids.parse(text).map(RunId::new);
  }

  /// When the event was accepted that it is for: its id says so.
  public Instant bornAt() {
    return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
  }

  /// The id under which Temporal holds the run: stable for ever, since people keep links to it.
  public String workflowId() {
    return "run/" + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

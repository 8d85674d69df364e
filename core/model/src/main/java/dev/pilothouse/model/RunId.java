package dev.pilothouse.model;

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

  /// The id under which Temporal holds the run: stable for ever, since people keep links to it.
  public String workflowId() {
    return "run/" + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package dev.pilothouse.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Duration;

/// What a walk tells the workflow that holds the wheel: only what to do next, never data of the
/// run.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
public sealed interface WalkAnswer {
  /// Each run has ended or is held by a workflow of its own; the ledger knows which.
  @JsonTypeName("ended")
  record Ended() implements WalkAnswer {}

  /// Something is still under way, or waits: walk again when nudged, at the latest after this time.
  @JsonTypeName("again")
  record Again(Duration within) implements WalkAnswer {}
}

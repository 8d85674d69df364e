package dev.pilothouse.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/// What a walk tells the workflow that holds the wheel: only what to do next, never data of the
/// run.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
public sealed interface WalkAnswer {
  /// The run has ended, well or not; the ledger knows which.
  @JsonTypeName("ended")
  record Ended() implements WalkAnswer {}
}

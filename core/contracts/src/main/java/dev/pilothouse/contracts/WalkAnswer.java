package dev.pilothouse.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a walk tells the workflow that holds the wheel: only what to do next and why, never data of
/// the run.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
public sealed interface WalkAnswer {
  /// Each run has ended or is held by a workflow of its own; the ledger knows which.
  @JsonTypeName("ended")
  record Ended() implements WalkAnswer {}

  /// Something is still under way, or waits: walk again when nudged, at the latest after this time.
  ///
  /// @param because for people who look into Temporal; earlier versions did not say
  @JsonTypeName("again")
  record Again(Duration within, String because) implements WalkAnswer {
    @JsonCreator
    static Again read(
        @JsonProperty("within") Duration within,
        @JsonProperty("because") @Nullable String because) {
      return new Again(within, because == null ? "" : because);
    }
  }
}

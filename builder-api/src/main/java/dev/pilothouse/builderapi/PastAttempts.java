package dev.pilothouse.builderapi;

import dev.pilothouse.spi.Runs.PastAttempt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the attempts of a step before its newest one, which the step itself tells of.
record PastAttempts(List<Item> items) {
  /// @param endedAt null where nobody was left to tell how it ended
  /// @param error what it met
  /// @param reason why it was made again
  record Item(
      int attempt,
      Instant sentAt,
      @Nullable Instant endedAt,
      StepView.@Nullable Failure error,
      @Nullable String reason) {
    static Item of(PastAttempt past) {
      return new Item(
          past.attempt(),
          past.sentAt(),
          past.endedAt().orElse(null),
          past.error().map(StepView.Failure::of).orElse(null),
          past.reason().orElse(null));
    }
  }

  static PastAttempts of(List<PastAttempt> past) {
    return new PastAttempts(past.stream().map(Item::of).toList());
  }
}

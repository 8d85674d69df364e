package dev.pilothouse.builderapi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The key of a request that may be sent again because its answer was lost.
final class IdempotencyKey {
  private static final int LONGEST = 255;

  private IdempotencyKey() {}

  /// Empty where none was sent.
  static Optional<String> read(@Nullable String header) {
    Optional<String> key = Optional.ofNullable(header).map(String::strip);
    key.filter(text -> text.isEmpty() || text.length() > LONGEST || !isVisible(text))
        .ifPresent(_ -> {
          throw RefusedException.because(
              HttpStatus.BAD_REQUEST,
              "Expected 'Idempotency-Key' as 1 to "
                  + LONGEST
                  + " letters, digits or signs without blanks. A UUID of your own does.");
        });
    return key;
  }

  private static boolean isVisible(String text) {
    return text.chars().allMatch(letter -> letter > 32 && letter < 127);
  }
}

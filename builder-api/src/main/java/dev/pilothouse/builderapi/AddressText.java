package dev.pilothouse.builderapi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A text that stands in an address and is looked for: what no database takes is its sender's
/// mistake.
final class AddressText {
  private AddressText() {}

  /// Empty where none was given.
  static String of(@Nullable String given) {
    String text = Optional.ofNullable(given).orElse("");
    StorableText.unfitIn(text)
        .ifPresent(unfit -> {
          throw RefusedException.because(HttpStatus.BAD_REQUEST, unfit.message());
        });
    return text;
  }
}

package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a person gives an order or a word; kept for good beside it.
final class Reason {
  private static final int LONGEST = 1_000;

  private Reason() {}

  /// Empty where none was given.
  static String optional(@Nullable String given) {
    String reason = Optional.ofNullable(given).orElse("").strip();
    if (reason.length() > LONGEST) {
      throw unfit(
          "Expected at most " + LONGEST + " characters, but found " + reason.length() + ".", "");
    }
    StorableText.unfitIn(reason)
        .ifPresent(unfit -> {
          throw unfit(unfit.message(), "");
        });
    return reason;
  }

  static String required(@Nullable String given) {
    String reason = optional(given);
    if (reason.isEmpty()) {
      throw unfit(
          "Expected a reason, but it is missing or empty.",
          "Say it in a sentence: whoever looks at this run later reads it.");
    }
    return reason;
  }

  private static RefusedException unfit(String message, String hint) {
    return RefusedException.with(
        "The reason does not fit.", List.of(new Fault("reason", message, hint)));
  }
}

package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a person gives an order or a word, or what a person notes beside it; kept for good.
final class Reason {
  private static final int LONGEST = 1_000;

  private static final String REASON = "reason";

  private Reason() {}

  /// Empty where none was given.
  static String optional(@Nullable String given) {
    return optional(REASON, given);
  }

  /// @param name of the field that it stands in
  static String optional(String name, @Nullable String given) {
    String reason = Optional.ofNullable(given).orElse("").strip();
    if (reason.length() > LONGEST) {
      throw unfit(
          name,
          "Expected at most " + LONGEST + " characters, but found " + reason.length() + ".",
          "");
    }
    StorableText.unfitIn(reason)
        .ifPresent(unfit -> {
          throw unfit(name, unfit.message(), "");
        });
    return reason;
  }

  static String required(@Nullable String given) {
    String reason = optional(given);
    if (reason.isEmpty()) {
      throw unfit(
          REASON,
          "Expected a reason, but it is missing or empty.",
          "Say it in a sentence: whoever looks at this later reads it.");
    }
    return reason;
  }

  private static RefusedException unfit(String name, String message, String hint) {
    return RefusedException.with(
        "The " + name + " does not fit.", List.of(new Fault(name, message, hint)));
  }
}

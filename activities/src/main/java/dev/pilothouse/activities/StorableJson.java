package dev.pilothouse.activities;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepOutcome;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the ledger can keep of a step. Checked before it gets there: a value that cannot be written
/// must be told to the author, not retried for ever.
final class StorableJson {
  static final int MOST_BYTES = 1 << 20;

  /// The escape itself, and not a backslash that is escaped before those letters.
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\u0000");

  private StorableJson() {}

  static StepOutcome checked(StepOutcome outcome) {
    return outcome instanceof StepOutcome.Completed(Json output)
        ? objection("output", output).<StepOutcome>map(StepOutcome.Failed::new).orElse(outcome)
        : outcome;
  }

  /// What stands against keeping the value.
  static Optional<StepError> objection(String what, Json value) {
    int bytes = bytes(value.text());
    if (bytes > MOST_BYTES) {
      return Optional.of(
          error(
              what,
              "too_large",
              "Expected at most %d bytes as %s of a step, but found %d. Pass on the part that later steps need, or a reference to where the whole is kept."
                  .formatted(MOST_BYTES, what, bytes)));
    }
    return NUL.matcher(value.text()).find()
        ? Optional.of(
            error(
                what,
                "unstorable",
                "The character \\u0000 cannot be stored, but the %s of the step has one. Take it out where the value is made."
                    .formatted(what)))
        : Optional.empty();
  }

  private static StepError error(String what, String kind, String message) {
    return new StepError(what + "." + kind, StepError.Kind.USER, message);
  }

  private static int bytes(String text) {
    return text.length() < MOST_BYTES / 3
        ? text.length()
        : text.getBytes(StandardCharsets.UTF_8).length;
  }
}

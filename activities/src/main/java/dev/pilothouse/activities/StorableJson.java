package dev.pilothouse.activities;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepOutcome;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the ledger can keep of a step. Checked before it gets there: a value that cannot be written
/// must be told to the author, not retried for ever.
final class StorableJson {
  static final int MOST_BYTES = 1 << 20;

  /// One escape after the other, so that an escaped backslash is not taken for the next one. Group
  /// 1 is what is no character: NUL, and one half of a pair without the other.
  private static final Pattern ESCAPE =
      Pattern.compile(
          """
          \\\\(?:(u0000|u[dD][89abAB]..(?!\\\\u[dD][c-fC-F])|u[dD][c-fC-F]..)|u[dD]...\\\\u....|.)\
          """);

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
    return unstorable(value.text())
        .map(escape ->
            error(
                what,
                "unstorable",
                "The character \\%s cannot be stored, but the %s of the step has one. Take it out where the value is made."
                    .formatted(escape, what)));
  }

  private static Optional<String> unstorable(String json) {
    return ESCAPE
        .matcher(json)
        .results()
        .flatMap(escape -> Stream.ofNullable(escape.group(1)))
        .findFirst();
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

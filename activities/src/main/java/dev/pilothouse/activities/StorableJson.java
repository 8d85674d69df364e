package dev.pilothouse.activities;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.KeptText;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepOutcome;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the ledger can keep of a step. Checked before it gets there: a value that cannot be written
/// must be told to the author, not retried for ever.
final class StorableJson {
  static final int MOST_BYTES = 1 << 20;

  /// The database finds who listens by them, and its index takes no longer ones.
  static final int MOST_BYTES_OF_WORDS = 2_000;

  /// One escape after the other, so that an escaped backslash is not taken for the next one. Group
  /// 1 is what is no character: NUL, and one half of a pair without the other.
  private static final Pattern ESCAPE =
      Pattern.compile(
          """
          \\\\(?:(u0000|u[dD][89abAB]..(?!\\\\u[dD][c-fC-F])|u[dD][c-fC-F]..)|u[dD]...\\\\u....|.)\
          """);

  private StorableJson() {}

  static StepOutcome checked(StepOutcome outcome) {
    return switch (outcome) {
      case StepOutcome.Completed(Json output) ->
          objection("output", output).<StepOutcome>map(StepOutcome.Failed::new).orElse(outcome);
      case StepOutcome.Failed(StepError error) -> new StepOutcome.Failed(checked(error));
      case StepOutcome.Skipped(String reason) -> new StepOutcome.Skipped(KeptText.of(reason));
      case StepOutcome.Unknown(String reason) -> new StepOutcome.Unknown(KeptText.of(reason));
    };
  }

  static StepError checked(StepError error) {
    return new StepError(error.code(), error.kind(), KeptText.of(error.message()));
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
        .map(escape -> unstorable(what, "character \\" + escape))
        .or(() ->
            NumbersInJson.tooLong(value.text())
                .map(number ->
                    unstorable(
                        what,
                        "number %s, written out in over %d digits,"
                            .formatted(number, NumbersInJson.MOST_DIGITS))));
  }

  /// What stands against keeping words as they are: another text in their place would mean another
  /// thing.
  static Optional<StepError> objectionToWords(String what, Collection<String> words) {
    return words.stream().flatMap(text -> objectionToWords(what, text).stream()).findFirst();
  }

  private static Optional<StepError> objectionToWords(String what, String text) {
    if (!KeptText.of(text).equals(text)) {
      return Optional.of(unstorable(what, "character \\u0000, or half of a surrogate pair,"));
    }
    int bytes = bytes(text);
    return bytes > MOST_BYTES_OF_WORDS
        ? Optional.of(
            error(
                what,
                "too_large",
                "Expected at most %d bytes as a value of %s, but found %d. Compare with something shorter, such as an id."
                    .formatted(MOST_BYTES_OF_WORDS, what, bytes)))
        : Optional.empty();
  }

  private static StepError unstorable(String what, String found) {
    return error(
        what,
        "unstorable",
        "The %s cannot be stored, but the %s of the step has one. Take it out where the value is made."
            .formatted(found, what));
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

package dev.pilothouse.spi;

import dev.pilothouse.model.Json;
import java.util.Optional;

/// What a call would do, told without doing it: for dry runs, and for people who are to approve it.
///
/// @param sentence for people
/// @param details a JSON object: under `changes` our own records as `subject`, `before` and
///   `after`; under `sends` what would leave the house. Secrets in it are covered
/// @param answer how the call would end, as far as that shows without making it; empty where only
///   the other side can tell
public record Preview(String sentence, Json details, Optional<ActionAnswer> answer) {
  private static final Json NOTHING = new Json("{}");

  /// Of a call that would fail for what it was given, with nothing done.
  public static Preview ofFailure(ActionAnswer.Failed failed) {
    return new Preview(
        "Fails: " + failed.error().message(), NOTHING, Optional.<ActionAnswer>of(failed));
  }

  /// Of a call that changes nothing anywhere.
  public static Preview ofNothing(ActionAnswer answer) {
    return answer instanceof ActionAnswer.Failed failed
        ? ofFailure(failed)
        : new Preview("Works out its output and changes nothing.", NOTHING, Optional.of(answer));
  }
}

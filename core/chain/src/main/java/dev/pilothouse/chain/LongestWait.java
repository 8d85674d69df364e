package dev.pilothouse.chain;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// How long a step may wait.
///
/// @param path of what says so, or of what waits where nothing does
/// @param most it goes on at the latest then
/// @param least it goes on at the earliest then
/// @param hint what to do where that is too long
record LongestWait(String path, Duration most, Duration least, String hint) {

  /// Empty for a step that does not wait, or until a moment that only the run knows.
  static Optional<LongestWait> of(JsonNode step, String path) {
    if (step.has("call")) {
      return step.path("wait").asBoolean(true)
          ? Optional.of(upTo(step, path, "timeout", "call", StepReader.USUAL_CALL))
          : Optional.empty();
    }
    JsonNode wait = step.path("wait");
    String at = Fields.under(path, "wait");
    return wait.has("event")
        ? Optional.of(upTo(wait, at, "for", "event", WaitReader.LONGEST))
        : duration(wait)
            .map(time -> new LongestWait(at, time, time, "Wait for less, " + orMoreTime()));
  }

  /// What is waited for may be there at once.
  private static LongestWait upTo(
      JsonNode waiting, String path, String limit, String what, Duration usual) {
    return duration(waiting.path(limit))
        .map(time -> upTo(Fields.under(path, limit), time, "Wait for less, "))
        .orElseGet(() ->
            upTo(Fields.under(path, what), usual, "Say under '" + limit + "' how long at most, "));
  }

  private static LongestWait upTo(String path, Duration most, String hint) {
    return new LongestWait(path, most, Duration.ZERO, hint + orMoreTime());
  }

  private static String orMoreTime() {
    return "or give the run more time.";
  }

  private static Optional<Duration> duration(JsonNode text) {
    return DurationText.parse(text.stringValue(""));
  }
}

package dev.pilothouse.chain;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Warns of what a definition may say, but its author hardly means.
final class Doubts {
  private final Problems problems;
  private final CallDoubts calls;
  private final CalledDoubts called;
  private final SeenEvents seen;
  private final JsonNode root;

  Doubts(
      Problems problems,
      ActionCatalogue actions,
      SeenEvents seen,
      CalledAutomations called,
      JsonNode root) {
    this.problems = problems;
    calls = new CallDoubts(problems, actions);
    this.called = new CalledDoubts(problems, called, root.path("name").stringValue(""));
    this.seen = seen;
    this.root = root;
  }

  /// Of a definition that was read without errors.
  void warn() {
    triggers(root.path("on"));
    steps(root.path("steps"), "steps");
    DurationText.parse(root.path("deadline").stringValue(""))
        .map(deadline -> new DeadlineDoubts(problems, deadline))
        .ifPresent(doubts -> doubts.warn(root.path("steps")));
  }

  private void triggers(JsonNode triggers) {
    for (int i = 0; i < triggers.size(); i++) {
      trigger(triggers.get(i).path("event").stringValue(""), "on[" + i + "].event");
    }
  }

  /// Every type is welcome; one that is nearly a known one is most likely that one, mistyped.
  private void trigger(String type, String path) {
    KnownTypes.nearTo(type, seen)
        .ifPresent(near ->
            problems.warn(
                path,
                "expected a type of event that somebody sends, but '"
                    + Shown.shortened(type)
                    + "' is not known here.",
                "Did you mean '" + near + "'?"));
  }

  private void steps(JsonNode steps, String path) {
    for (int i = 0; i < steps.size(); i++) {
      String at = path + "[" + i + "]";
      if (i > 0 && steps.get(i - 1).has("stop")) {
        problems.warn(
            at,
            "expected a step that can be reached, but the one before it ends the run.",
            "Take it out, or move it before the stop.");
      }
      step(steps.get(i), at);
    }
  }

  private void step(JsonNode step, String path) {
    calls.warn(step, path);
    called.warn(step, path);
    step.properties().forEach(field -> within(field, Fields.under(path, field.getKey())));
  }

  /// Steps stand in lists, and in lists under names.
  private void within(Map.Entry<String, JsonNode> field, String path) {
    JsonNode value = field.getValue();
    if (List.of("then", "else", "steps", "on_error").contains(field.getKey()) && value.isArray()) {
      steps(value, path);
    } else if (List.of("cases", "parallel").contains(field.getKey()) && value.isObject()) {
      value
          .properties()
          .forEach(branch -> steps(branch.getValue(), Fields.under(path, branch.getKey())));
    }
  }
}

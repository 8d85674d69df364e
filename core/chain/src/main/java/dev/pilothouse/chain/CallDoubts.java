package dev.pilothouse.chain;

import dev.pilothouse.model.EffectClass;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Warns where what is said of an action's call promises more than the call can keep.
final class CallDoubts {
  private static final String KEY = "idempotency";
  private static final String QUESTION = "read_back";
  private static final JsonNode NOTHING = TemplateTree.NOTHING.written();

  private final Problems problems;
  private final ActionCatalogue actions;

  CallDoubts(Problems problems, ActionCatalogue actions) {
    this.problems = problems;
    this.actions = actions;
  }

  void warn(JsonNode step, String path) {
    String action = step.path("do").stringValue("");
    Set<EffectClass> classes =
        actions.classes(action, step.has("with") ? step.get("with") : NOTHING);
    if (isRepeated(step.path("retry")) && isOnce(step, classes)) {
      repeated(action, Fields.under(path, "retry"));
    }
    if (isInVain(step, KEY, classes, EffectClass.KEYED)) {
      inVain(action, Fields.under(path, KEY), "sends a key along", "sends none");
    }
    if (isInVain(step, QUESTION, classes, EffectClass.RECONCILABLE)) {
      inVain(action, Fields.under(path, QUESTION), "can be asked about", "asks nobody");
    }
  }

  private static boolean isRepeated(JsonNode retry) {
    return retry.isObject() && retry.path("attempts").asInt(Retry.DEFAULT.attempts()) > 1;
  }

  /// Certainly, whatever an expression may make of the call's input.
  private static boolean isOnce(JsonNode step, Set<EffectClass> classes) {
    return classes.contains(EffectClass.ONCE)
        && !classes.contains(EffectClass.PURE)
        && !(step.has(KEY) && classes.contains(EffectClass.KEYED))
        && !(step.has(QUESTION) && classes.contains(EffectClass.RECONCILABLE));
  }

  private static boolean isInVain(
      JsonNode step, String key, Set<EffectClass> classes, EffectClass needed) {
    return step.has(key) && !classes.isEmpty() && !classes.contains(needed);
  }

  private void repeated(String action, String path) {
    problems.warn(
        path,
        "expected a call that can be made again, but nobody can tell whether '"
            + action
            + "' has acted: it is only tried again where it certainly has not.",
        "Leave it so if that is what you want; after an uncertain attempt a person is asked.");
  }

  private void inVain(String action, String path, String expected, String found) {
    problems.warn(
        path,
        "expected a call that "
            + expected
            + ", but '"
            + action
            + "' "
            + found
            + " as it stands here.",
        "Take it out: it changes nothing.");
  }
}

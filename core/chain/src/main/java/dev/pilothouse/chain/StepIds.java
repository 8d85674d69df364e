package dev.pilothouse.chain;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Ids of steps. A step without one is named after its place, never like one that was given.
final class StepIds {
  private static final Pattern ALLOWED = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

  private final Problems problems;
  private final Set<String> given = new HashSet<>();
  private final Set<String> taken = new HashSet<>();

  /// @param steps the whole list: an id given further down must not be taken before
  StepIds(Problems problems, JsonNode steps) {
    this.problems = problems;
    collect(steps);
  }

  private void collect(JsonNode steps) {
    for (JsonNode step : steps) {
      if (step.path("id").isString()) {
        given.add(step.get("id").stringValue());
      }
      Names.HOLDS_STEPS.forEach(key -> collectWithin(step.path(key)));
    }
  }

  /// Steps stand in lists, and in lists under names.
  private void collectWithin(JsonNode field) {
    if (field.isArray()) {
      collect(field);
    } else if (field.isObject()) {
      field.forEach(this::collectBranch);
    }
  }

  private void collectBranch(JsonNode branch) {
    if (branch.isArray()) {
      collect(branch);
    }
  }

  /// @param place such as `step-2-then-1`
  String of(Fields step, String place) {
    String id = step.text("id").orElseGet(() -> derived(place));
    if (step.has("id")) {
      check(id, step.pathOf("id"));
    }
    taken.add(id);
    return id;
  }

  boolean isGiven(String id) {
    return given.contains(id);
  }

  private String derived(String place) {
    String id = place;
    for (int i = 2; given.contains(id); i++) {
      id = place + "-x" + i;
    }
    return id;
  }

  private void check(String id, String path) {
    if (!ALLOWED.matcher(id).matches()) {
      problems.add(
          path,
          "expected an id of small letters, digits, '_' and '-', 63 at most and a letter first, but found '"
              + Shown.shortened(id)
              + "'.",
          "Write it like open_checklist.");
    } else if (taken.contains(id)) {
      problems.add(
          path,
          "expected an id that no other step has, but '" + id + "' stands twice.",
          "Rename one of the two, and what refers to it.");
    }
  }
}

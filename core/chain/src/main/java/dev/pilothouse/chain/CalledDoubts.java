package dev.pilothouse.chain;

import dev.pilothouse.chain.CalledAutomations.Standing;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Warns of calls of automations that are not there to be called.
final class CalledDoubts {
  /// Each is looked up: those beyond are taken at their author's word.
  private static final int MOST = 20;

  private final Problems problems;
  private final CalledAutomations called;
  private final String own;
  private final Map<String, Standing> known = new HashMap<>();

  /// @param own name of the automation that calls: publishing it makes it one to be called
  CalledDoubts(Problems problems, CalledAutomations called, String own) {
    this.problems = problems;
    this.called = called;
    this.own = own;
  }

  void warn(JsonNode step, String path) {
    String named = step.path("call").stringValue("");
    if (named.isEmpty() || named.equals(own)) {
      return;
    }
    String at = Fields.under(path, "call");
    switch (standing(named)) {
      case PUBLISHED -> {}
      case UNPUBLISHED -> unpublished(named, at);
      case UNKNOWN -> unknown(named, at);
    }
  }

  private Standing standing(String named) {
    return known.size() < MOST || known.containsKey(named)
        ? known.computeIfAbsent(named, called::standing)
        : Standing.PUBLISHED;
  }

  private void unpublished(String named, String path) {
    problems.warn(
        path,
        "expected a published automation, but '" + Shown.shortened(named) + "' is not published.",
        "Publish it before this one runs.");
  }

  private void unknown(String named, String path) {
    problems.warn(
        path,
        "expected the name or id of an automation, but there is none called '"
            + Shown.shortened(named)
            + "'.",
        NearName.of(named, called.names())
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Publish it before this one runs, or mend the name."));
  }
}

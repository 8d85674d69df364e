package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads the steps that hold others side by side: `if`, `switch` and `parallel`.
final class BranchReader {
  private static final int MOST_BRANCHES = 50;
  private static final int LONGEST_BRANCH_NAME = 100;
  private static final String CASES = "\"cases\": {\"won\": [" + StepReader.EXAMPLE + "]}";
  private static final String BRANCHES =
      "{\"crm\": [" + StepReader.EXAMPLE + "], \"mail\": [" + StepReader.EXAMPLE + "]}";

  private final Problems problems;
  private final ValueReader values;
  private final StepReader steps;

  BranchReader(Problems problems, ValueReader values, StepReader steps) {
    this.problems = problems;
    this.values = values;
    this.steps = steps;
  }

  Optional<Step> readIf(StepReader.At at) {
    Fields fields = at.fields().only(Names.OF_IF);
    Optional<Expression> condition = values.condition(fields, "if");
    fields.require(
        "then", "the steps to do where it is true", "\"then\": [" + StepReader.EXAMPLE + "]");
    String name = at.name(condition.map(of -> "If " + of).orElse("if"));
    steps.passed(at.key());
    List<List<Step>> ways =
        steps.sideBySide(
            List.of(
                () -> steps.within(at, "then", "then"), () -> steps.within(at, "else", "else")));
    return condition.map(of -> new Step.If(at.key(), name, of, ways.getFirst(), ways.getLast()));
  }

  Optional<Step> readSwitch(StepReader.At at) {
    Fields fields = at.fields().only(Names.OF_SWITCH);
    Optional<Expression> value = values.expression(fields, "switch");
    fields.require("cases", "the steps for each value", CASES);
    String name = at.name(value.map(of -> "Switch " + of).orElse("switch"));
    steps.passed(at.key());
    List<Branch> cases = new ArrayList<>();
    List<Step> otherwise =
        steps
            .sideBySide(
                List.of(
                    () -> {
                      cases.addAll(branches(at, "cases", CASES));
                      return List.of();
                    },
                    () -> steps.within(at, "else", "else")))
            .getLast();
    return value.map(of -> new Step.Switch(at.key(), name, of, cases, otherwise));
  }

  Optional<Step> readParallel(StepReader.At at) {
    Fields fields = at.fields().only(Names.OF_PARALLEL);
    String name = at.name("In parallel");
    List<Branch> branches = branches(at, "parallel", BRANCHES);
    if (branches.isEmpty() && fields.value("parallel").filter(JsonNode::isObject).isPresent()) {
      problems.add(
          fields.pathOf("parallel"),
          "expected at least one branch, but there is none.",
          "Write " + BRANCHES + ".");
    }
    int needed = needed(fields, branches.size());
    steps.passed(at.key());
    return Optional.of(new Step.Parallel(at.key(), name, branches, needed, steps.onError(at)));
  }

  /// Each branch sees what stood before all of them.
  private List<Branch> branches(StepReader.At at, String key, String example) {
    List<String> names = at.fields().object(key, example).map(Fields::keys).orElse(List.of());
    if (names.size() > MOST_BRANCHES) {
      problems.add(
          at.fields().pathOf(key),
          "expected at most " + MOST_BRANCHES + " of them, but there are " + names.size() + ".",
          "Take the chain apart, or use for_each.");
    }
    Fields under = at.fields().object(key, example).orElse(at.fields());
    List<StepReader.Part> parts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String place = key + (i + 1);
      checkName(under, name);
      parts.add(() -> steps.within(at.into(under), name, place));
    }
    List<List<Step>> read = steps.sideBySide(parts);
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      branches.add(new Branch(names.get(i), read.get(i)));
    }
    return branches;
  }

  private void checkName(Fields under, String name) {
    if (name.isBlank() || name.length() > LONGEST_BRANCH_NAME) {
      problems.add(
          under.pathOf(name),
          "expected a name of 1 to 100 characters, but it has " + name.strip().length() + ".",
          "Name it in a word or two.");
    }
  }

  private int needed(Fields fields, int branches) {
    Optional<JsonNode> until = fields.value("until");
    if (until.filter(JsonNode::isString).isEmpty()) {
      return values
          .number(fields, "until", 1, Math.max(1, branches), true)
          .map(Double::intValue)
          .orElse(branches);
    }
    String word = until.get().stringValue();
    if (!word.equals("all") && !word.equals("first")) {
      problems.add(
          fields.pathOf("until"),
          "expected 'all', 'first' or a number of branches, but found '"
              + Shown.shortened(word)
              + "'.",
          "Say how many branches have to be done before the chain goes on.");
    }
    return word.equals("first") ? 1 : branches;
  }
}

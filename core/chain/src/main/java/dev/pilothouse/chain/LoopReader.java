package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `for_each`.
final class LoopReader {
  static final int MOST_AT_ONCE = 50;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  private static final List<String> FAILURES = List.of("stop", "continue");

  private final Problems problems;
  private final ValueReader values;
  private final StepReader steps;

  LoopReader(Problems problems, ValueReader values, StepReader steps) {
    this.problems = problems;
    this.values = values;
    this.steps = steps;
  }

  Optional<Step> read(StepReader.At at) {
    Fields fields = at.fields().only(Names.OF_FOR_EACH);
    Optional<Expression> items = values.expression(fields, "for_each");
    String as = as(fields);
    String name = at.name(items.map(of -> "For each of " + of).orElse("for_each"));
    int parallel =
        values.number(fields, "parallel", 1, MOST_AT_ONCE, true).map(Double::intValue).orElse(1);
    boolean goesOn = fields.word("failures", FAILURES).equals("continue");
    fields.require(
        "steps", "what is done with each item", "\"steps\": [" + StepReader.EXAMPLE + "]");
    List<Expression> collect = new ArrayList<>();
    List<Step> body =
        steps.apart(
            List.of(as, as + "_index"),
            () -> {
              List<Step> read = steps.within(at, "steps", "each");
              values.expression(fields, "collect").ifPresent(collect::add);
              return read;
            });
    steps.passed(at.key());
    OnError onError = steps.onError(at);
    return items.map(of ->
        new Step.ForEach(
            at.key(), name, of, as, parallel, goesOn, collect.stream().findFirst(), body, onError));
  }

  private String as(Fields fields) {
    String as = fields.text("as").orElse("item");
    if (!NAME.matcher(as).matches() || Names.IN_EXPRESSIONS.contains(as) || as.equals("error")) {
      problems.add(
          fields.pathOf("as"),
          "expected a name of small letters, digits and '_' that means nothing else, but found '"
              + Shown.shortened(as)
              + "'.",
          "Write it like order; its steps then read order and order_index.");
      return "item";
    }
    return as;
  }
}

package dev.pilothouse.chain;

import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads steps, one kind after the other, and the steps within them.
final class StepReader {
  static final int MOST_STEPS = 1_000;
  static final int DEEPEST = 20;

  private static final String STEP_EXAMPLE = "{\"do\": \"task.create\", \"with\": {...}}";
  private static final int LONGEST_NAME = 200;

  private final Problems problems;
  private final ValueReader values;
  private final StepIds ids;
  private final ActionCatalogue actions;
  private final CallReader calls;
  private int count = 0;

  StepReader(Problems problems, ValueReader values, StepIds ids, ActionCatalogue actions) {
    this.problems = problems;
    this.values = values;
    this.ids = ids;
    this.actions = actions;
    this.calls = new CallReader(problems, values);
  }

  List<Step> all(Fields top) {
    top.require("steps", "what it does", "\"steps\": [" + STEP_EXAMPLE + "]");
    List<Step> steps = steps(top, "steps", "step", 1);
    if (count > MOST_STEPS) {
      problems.add(
          "steps",
          "expected at most 1,000 steps, but there are " + count + ".",
          "Take the chain apart into several automations.");
    }
    return steps;
  }

  private List<Step> steps(Fields owner, String key, String place, int depth) {
    List<Fields.Item> items = owner.list(key, "[" + STEP_EXAMPLE + "]");
    if (depth > DEEPEST && !items.isEmpty()) {
      problems.add(
          owner.pathOf(key),
          "expected steps at most 20 deep, but these stand deeper.",
          "Put conditions together with '&&', or take the chain apart.");
      return List.of();
    }
    return read(owner, items, place, depth);
  }

  private List<Step> read(Fields owner, List<Fields.Item> items, String place, int depth) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      count++;
      String at = place + "-" + (i + 1);
      owner
          .fieldsOf(items.get(i), STEP_EXAMPLE)
          .flatMap(step -> step(step, at, depth))
          .ifPresent(steps::add);
    }
    return steps;
  }

  private Optional<Step> step(Fields fields, String place, int depth) {
    List<String> kinds = Names.STEP_KINDS.stream().filter(fields::has).toList();
    if (kinds.size() != 1) {
      wrongKinds(fields, kinds);
      return Optional.empty();
    }
    StepKey key = new StepKey(ids.of(fields, place));
    Step step =
        switch (kinds.getFirst()) {
          case "do" -> readDo(fields, key);
          case "if" -> readIf(fields, key, place, depth);
          case "wait" -> readWait(fields, key);
          default -> readStop(fields, key);
        };
    ids.done(key.text());
    return Optional.of(step);
  }

  private void wrongKinds(Fields fields, List<String> kinds) {
    if (!kinds.isEmpty()) {
      problems.add(
          fields.path(),
          "expected one kind of step, but found '" + String.join("' and '", kinds) + "' together.",
          "Make two steps of it.");
    } else if (Names.STEP_KINDS.stream().noneMatch(fields.only(allKeys())::isMistyped)) {
      problems.add(
          fields.path(),
          "expected one of 'do', 'if', 'wait', 'stop' in a step, but found none of them.",
          "Write " + STEP_EXAMPLE + ".");
    }
  }

  private static List<String> allKeys() {
    List<String> keys = new ArrayList<>(Names.OF_DO);
    keys.addAll(Names.OF_IF);
    keys.addAll(Names.OF_WAIT);
    keys.addAll(Names.OF_STOP);
    return keys.stream().distinct().toList();
  }

  private Step readDo(Fields fields, StepKey key) {
    fields.only(Names.OF_DO);
    String action = fields.text("do").orElse("");
    checkAction(fields, action);
    TemplateTree input =
        fields
            .value("with")
            .map(with -> values.tree(with, fields.pathOf("with")))
            .orElse(TemplateTree.NOTHING);
    Optional<TemplateTree> readBack =
        fields.value("read_back").map(how -> values.tree(how, fields.pathOf("read_back")));
    return new Step.Do(key, name(fields, action), action, input, calls.call(fields), readBack);
  }

  private void checkAction(Fields fields, String action) {
    if (action.isEmpty() || hasOddInput(fields)) {
      return;
    }
    if (actions.knows(action)) {
      actions
          .checkInput(
              action,
              fields.value("with").orElse(TemplateTree.NOTHING.written()),
              fields.pathOf("with"))
          .forEach(problems::add);
    } else {
      problems.add(
          fields.pathOf("do"),
          "expected the name of an action, but there is none called '"
              + Shown.shortened(action)
              + "'.",
          nearAction(action));
    }
  }

  private static boolean hasOddInput(Fields fields) {
    return fields.has("with") && fields.object("with", "\"with\": {...}").isEmpty();
  }

  private String nearAction(String action) {
    return NearName.of(action, actions.names())
        .map(near -> "Did you mean '" + near + "'?")
        .orElseGet(() ->
            "There are: " + String.join(", ", actions.names().stream().sorted().toList()) + ".");
  }

  private Step readIf(Fields fields, StepKey key, String place, int depth) {
    fields.only(Names.OF_IF);
    Optional<Expression> condition = values.condition(fields, "if");
    fields.require("then", "the steps to do where it is true", "\"then\": [" + STEP_EXAMPLE + "]");
    ids.done(key.text());
    String name = name(fields, condition.map(of -> "If " + of).orElse("if"));
    List<Step> then = steps(fields, "then", place + "-then", depth + 1);
    List<Step> otherwise = steps(fields, "else", place + "-else", depth + 1);
    return condition
        .<Step>map(of -> new Step.If(key, name, of, then, otherwise))
        .orElseGet(() -> unreadable(key));
  }

  private Step readWait(Fields fields, StepKey key) {
    fields.only(Names.OF_WAIT);
    String shown =
        fields
            .value("wait")
            .filter(node -> node.isString())
            .map(node -> "Wait " + node.stringValue())
            .orElse("Wait");
    return calls
        .waitFor(fields)
        .<Step>map(time -> new Step.Wait(key, name(fields, shown), time))
        .orElseGet(() -> unreadable(key));
  }

  private Step readStop(Fields fields, StepKey key) {
    fields.only(Names.OF_STOP);
    return fields
        .object("stop", "{\"as\": \"finished\", \"reason\": \"...\"}")
        .map(ending -> readEnding(fields, ending, key))
        .orElseGet(() -> unreadable(key));
  }

  private Step readEnding(Fields fields, Fields ending, StepKey key) {
    ending.only(Names.OF_ENDING);
    Template reason = values.template(ending, "reason").orElse(Template.EMPTY);
    return new Step.Stop(key, name(fields, "Stop"), calls.ending(ending), reason);
  }

  /// Stands in for a step with mistakes while the rest is read.
  private static Step unreadable(StepKey key) {
    return new Step.Stop(key, "", RunState.FAILED, Template.EMPTY);
  }

  private String name(Fields fields, String otherwise) {
    String name = fields.text("name").orElse(Shown.shortened(otherwise));
    if ((name.isBlank() && fields.has("name")) || name.length() > LONGEST_NAME) {
      problems.add(
          fields.pathOf("name"),
          "expected a name of 1 to 200 characters, but it has " + name.strip().length() + ".",
          "Say in a few words what the step does, or leave the name out.");
    }
    return name;
  }
}

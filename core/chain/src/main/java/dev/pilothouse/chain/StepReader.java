package dev.pilothouse.chain;

import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads steps, one kind after the other, and the steps within them.
final class StepReader {
  static final int MOST_STEPS = 1_000;
  static final int DEEPEST = 20;
  static final Duration USUAL_CALL = Duration.ofDays(7);
  static final String EXAMPLE = "{\"do\": \"task.create\", \"with\": {...}}";

  private static final List<String> ON_ERROR = List.of("stop", "continue");
  private static final Duration LONGEST_CALL = Duration.ofDays(366);
  private static final int LONGEST_NAME = 200;

  private final Problems problems;
  private final ValueReader values;
  private final References references;
  private final StepIds ids;
  private final ActionCatalogue actions;
  private final CallReader calls;
  private final WaitReader waits;
  private final BranchReader branches;
  private final LoopReader loops;
  private int count = 0;

  StepReader(
      Problems problems,
      ValueReader values,
      References references,
      StepIds ids,
      ActionCatalogue actions) {
    this.problems = problems;
    this.values = values;
    this.references = references;
    this.ids = ids;
    this.actions = actions;
    calls = new CallReader(problems, values);
    waits = new WaitReader(problems, values);
    branches = new BranchReader(problems, values, this);
    loops = new LoopReader(problems, values, this);
  }

  /// One step while it is read.
  ///
  /// @param place such as `step-2-then-1`, for names of steps without an id
  record At(StepReader reader, Fields fields, StepKey key, String place, int depth) {
    /// Its name, or what it is called without one.
    String name(String otherwise) {
      return reader.name(fields, otherwise);
    }

    /// The same step, with its inner steps under another object.
    At into(Fields under) {
      return new At(reader, under, key, place, depth);
    }
  }

  /// Reads some steps.
  interface Part {
    List<Step> read();
  }

  List<Step> all(Fields top) {
    top.require("steps", "what it does", "\"steps\": [" + EXAMPLE + "]");
    List<Step> steps = steps(top, "steps", "step", 1);
    if (count > MOST_STEPS) {
      problems.add(
          "steps",
          "expected at most 1,000 steps, but there are " + count + ".",
          "Take the chain apart into several automations.");
    }
    return steps;
  }

  /// The steps within a step, where there are any.
  List<Step> within(At at, String key, String place) {
    return steps(at.fields(), key, at.place() + "-" + place, at.depth() + 1);
  }

  /// Each part sees what stood before all of them; behind them all of it may be there.
  List<List<Step>> sideBySide(List<? extends Part> parts) {
    Sight before = references.sight();
    List<List<Step>> read = new ArrayList<>();
    List<Sight> after = new ArrayList<>();
    for (Part part : parts) {
      references.look(before.fork());
      read.add(part.read());
      after.add(references.sight());
    }
    references.look(before);
    after.forEach(before::join);
    return read;
  }

  /// What this part adds is not seen outside of it.
  List<Step> apart(List<String> locals, Part part) {
    Sight before = references.sight();
    references.look(before.with(locals));
    List<Step> read = part.read();
    references.look(before);
    return read;
  }

  /// From here on the steps below may read its output.
  void passed(StepKey key) {
    references.sight().steps().add(key.text());
  }

  private List<Step> steps(Fields owner, String key, String place, int depth) {
    List<Fields.Item> items = owner.list(key, "[" + EXAMPLE + "]");
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
          .fieldsOf(items.get(i), EXAMPLE)
          .flatMap(step -> step(step, at, depth))
          .ifPresent(steps::add);
    }
    return steps;
  }

  private Optional<Step> step(Fields fields, String place, int depth) {
    List<String> kinds = kinds(fields);
    if (kinds.size() != 1) {
      wrongKinds(fields, kinds);
      return Optional.empty();
    }
    At at = new At(this, fields, new StepKey(ids.of(fields, place)), place, depth);
    Step step =
        switch (kinds.getFirst()) {
          case "do" -> readDo(at);
          case "if" -> branches.readIf(at).orElseGet(() -> unreadable(at));
          case "switch" -> branches.readSwitch(at).orElseGet(() -> unreadable(at));
          case "for_each" -> loops.read(at).orElseGet(() -> unreadable(at));
          case "parallel" -> branches.readParallel(at).orElseGet(() -> unreadable(at));
          case "set" -> readSet(at);
          case "call" -> readCall(at);
          case "wait" -> readWait(at);
          default -> readStop(at);
        };
    passed(at.key());
    return Optional.of(step);
  }

  /// A word that is only a setting of another kind found is none.
  private static List<String> kinds(Fields fields) {
    List<String> found = Names.STEP_KINDS.stream().filter(fields::has).toList();
    List<String> settings =
        found.stream()
            .flatMap(kind -> Names.ALSO_SETTINGS.getOrDefault(kind, List.of()).stream())
            .toList();
    return found.stream().filter(kind -> !settings.contains(kind)).toList();
  }

  private void wrongKinds(Fields fields, List<String> kinds) {
    if (!kinds.isEmpty()) {
      problems.add(
          fields.path(),
          "expected one kind of step, but found '" + String.join("' and '", kinds) + "' together.",
          "Make two steps of it.");
    } else if (Names.STEP_KINDS.stream().noneMatch(fields.only(Names.OF_ANY_STEP)::isMistyped)) {
      problems.add(
          fields.path(),
          "expected one of '"
              + String.join("', '", Names.STEP_KINDS)
              + "' in a step, but found none of them.",
          "Write " + EXAMPLE + ".");
    }
  }

  private Step readDo(At at) {
    Fields fields = at.fields().only(Names.OF_DO);
    String action = fields.text("do").orElse("");
    checkAction(fields, action);
    TemplateTree input = with(fields);
    Optional<TemplateTree> readBack =
        fields.value("read_back").map(how -> values.tree(how, fields.pathOf("read_back")));
    CallSpec call = calls.call(fields);
    return new Step.Do(at.key(), at.name(action), action, input, call, readBack, onError(at));
  }

  private TemplateTree with(Fields fields) {
    return fields
        .value("with")
        .map(with -> values.tree(with, fields.pathOf("with")))
        .orElse(TemplateTree.NOTHING);
  }

  /// Its steps see `error`, and the step itself only as one that may be missing.
  OnError onError(At at) {
    Fields fields = at.fields();
    if (fields.value("on_error").filter(JsonNode::isString).isPresent()) {
      return fields.word("on_error", ON_ERROR).equals("continue")
          ? new OnError.GoOn()
          : OnError.STOP;
    }
    if (!fields.has("on_error")) {
      return OnError.STOP;
    }
    Sight before = references.sight();
    references.look(before.with(List.of("error")));
    List<Step> steps = within(at, "on_error", "error");
    before.join(references.sight());
    references.look(before);
    return new OnError.Recover(steps);
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

  private Step readSet(At at) {
    Fields fields = at.fields().only(Names.OF_SET);
    Optional<Fields> set = fields.object("set", "{\"total\": \"${event.data.amount}\"}");
    TemplateTree tree =
        fields
            .value("set")
            .filter(JsonNode::isObject)
            .map(node -> values.tree(node, fields.pathOf("set")))
            .orElse(TemplateTree.NOTHING);
    List<String> names = set.map(Fields::keys).orElse(List.of());
    OnError onError = onError(at);
    references.sight().variables().addAll(names);
    return new Step.Set(at.key(), at.name("Set " + String.join(", ", names)), tree, onError);
  }

  private Step readCall(At at) {
    Fields fields = at.fields().only(Names.OF_CALL);
    String automation = fields.text("call").orElse("-");
    if (automation.isBlank()) {
      problems.add(
          fields.pathOf("call"),
          "expected the name or id of an automation, but found none.",
          "Write it like \"call\": \"Send the invoice\".");
    }
    boolean odd = hasOddInput(fields);
    Optional<Duration> limit =
        values.duration(fields, "timeout", WaitReader.SHORTEST, LONGEST_CALL);
    boolean waits = fields.yesOrNo("wait").orElse(true);
    return new Step.Call(
        at.key(),
        at.name("Call " + automation),
        automation,
        odd ? TemplateTree.NOTHING : with(fields),
        waits ? Optional.of(limit.orElse(USUAL_CALL)) : Optional.empty(),
        onError(at));
  }

  private Step readWait(At at) {
    Fields fields = at.fields().only(Names.OF_WAIT);
    Optional<WaitFor> time = waits.waitFor(fields);
    String name = at.name(time.map(StepReader::shown).orElse("Wait"));
    OnError onError = onError(at);
    return time.<Step>map(of -> new Step.Wait(at.key(), name, of, onError))
        .orElseGet(() -> unreadable(at));
  }

  private static String shown(WaitFor waitFor) {
    return switch (waitFor) {
      case WaitFor.Duration(Duration time) -> "Wait " + DurationText.readable(time);
      case WaitFor.Until(Template time) -> "Wait until " + time.written();
      case WaitFor.Event event -> "Wait for " + event.type();
    };
  }

  private Step readStop(At at) {
    Fields fields = at.fields().only(Names.OF_STOP);
    return fields
        .object("stop", "{\"as\": \"finished\", \"reason\": \"...\"}")
        .map(ending -> readEnding(at, ending))
        .orElseGet(() -> unreadable(at));
  }

  private Step readEnding(At at, Fields ending) {
    ending.only(Names.OF_ENDING);
    Template reason = values.template(ending, "reason").orElse(Template.EMPTY);
    TemplateTree output =
        ending
            .value("output")
            .map(node -> values.tree(node, ending.pathOf("output")))
            .orElse(TemplateTree.NOTHING);
    return new Step.Stop(at.key(), at.name("Stop"), calls.ending(ending), reason, output);
  }

  /// Stands in for a step with mistakes while the rest is read.
  private static Step unreadable(At at) {
    return new Step.Stop(at.key(), "", RunState.FAILED, Template.EMPTY, TemplateTree.NOTHING);
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

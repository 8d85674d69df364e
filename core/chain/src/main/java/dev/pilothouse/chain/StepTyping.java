package dev.pilothouse.chain;

import dev.pilothouse.chain.Typing.Where;
import dev.pilothouse.chain.ValueType.ListOf;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.Property;
import dev.pilothouse.chain.ValueType.Simple;
import dev.pilothouse.model.StepKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Goes through steps as a run does, along all ways at once, and types what stands in them by what
/// is known on each way.
final class StepTyping {
  static final String STEPS = "steps";
  static final String VARIABLES = "vars";

  private static final String ERROR = "error";

  private final Typing typing;
  private final OutputTypes outputs;

  StepTyping(Typing typing, OutputTypes outputs) {
    this.typing = typing;
    this.outputs = outputs;
  }

  /// @param path of the list they stand in
  Flow through(List<Step> steps, String path, TypeScope before) {
    Flow flow = Flow.on(before);
    for (int i = 0; i < steps.size(); i++) {
      Flow behind = past(steps.get(i), path + "[" + i + "]", flow.scope());
      flow = new Flow(behind.scope(), flow.goesOn() && behind.goesOn());
    }
    return flow;
  }

  private Flow past(Step step, String path, TypeScope before) {
    return switch (step) {
      case Step.If fork -> fork(fork, path, before);
      case Step.Switch fork -> fork(fork, path, before);
      case Step.Stop stop -> stop(stop, path, before);
      case Step.Do call -> orElse(call, path, before, call(call, path, before));
      case Step.ForEach loop -> orElse(loop, path, before, loop(loop, path, before));
      case Step.Parallel fork -> orElse(fork, path, before, parallel(fork, path, before));
      case Step.Set set -> orElse(set, path, before, set(set, path, before));
      case Step.Wait wait -> orElse(wait, path, before, await(wait, path, before));
      case Step.Call call -> orElse(call, path, before, call(call, path, before));
    };
  }

  /// Behind a step that may have failed without ending what stands around it.
  private Flow orElse(Step step, String path, TypeScope before, Flow done) {
    TypeScope failed = passed(before, step.key(), OutputTypes.OF_FAILED);
    return switch (step.onError()) {
      case OnError.Stop _ -> done;
      case OnError.GoOn _ -> done.or(Flow.on(failed));
      case OnError.Recover(List<Step> steps) -> done.or(recovered(steps, path, failed));
    };
  }

  private Flow recovered(List<Step> steps, String path, TypeScope failed) {
    Flow recovered = through(steps, path + ".on_error", failed.with(ERROR, OutputTypes.ERROR));
    return recovered.with(recovered.scope().without(ERROR, failed));
  }

  private static TypeScope passed(TypeScope scope, StepKey key, ValueType output) {
    return scope.adding(STEPS, key.text(), new Property(output, true));
  }

  private Flow fork(Step.If fork, String path, TypeScope before) {
    typing.condition(fork.condition(), Where.at(path + ".if", before));
    TypeScope passed = passed(before, fork.key(), OutputTypes.OF_IF);
    var condition = fork.condition().tree().getExpr();
    return through(fork.then(), path + ".then", passed.given(Facts.whenTrue(condition)))
        .or(through(fork.otherwise(), path + ".else", passed.given(Facts.whenFalse(condition))));
  }

  private Flow fork(Step.Switch fork, String path, TypeScope before) {
    var _ = typing.json(fork.value(), Where.at(path + ".switch", before));
    TypeScope passed =
        passed(before, fork.key(), OutputTypes.OF_SWITCH)
            .given(Facts.computed(Stream.of(fork.value())));
    Flow flow = through(fork.otherwise(), path + ".else", passed);
    for (Branch branch : fork.cases()) {
      flow = flow.or(through(branch.steps(), Fields.under(path + ".cases", branch.name()), passed));
    }
    return flow;
  }

  private Flow stop(Step.Stop stop, String path, TypeScope before) {
    var _ = typing.template(stop.reason(), Where.at(path + ".stop.reason", before));
    var _ = typing.tree(stop.output(), Where.at(path + ".stop.output", before));
    return new Flow(passed(before, stop.key(), OutputTypes.OF_STOP), false);
  }

  private Flow call(Step.Do step, String path, TypeScope before) {
    Where with = Where.at(path + ".with", before);
    ValueType input = typing.tree(step.input(), with);
    new InputFit(typing, step.action()).check(step.input(), outputs.taken(step), with);
    step.readBack()
        .ifPresent(how -> {
          var _ = typing.tree(how, Where.at(path + ".read_back", before));
        });
    return behind(step, before, outputs.of(step, input), step.input().expressions());
  }

  /// All of its expressions were worked out: what they read was there.
  private static Flow behind(
      Step step, TypeScope before, ValueType output, Stream<Expression> workedOut) {
    return Flow.on(passed(before, step.key(), output).given(Facts.computed(workedOut)));
  }

  private Flow set(Step.Set step, String path, TypeScope before) {
    ValueType values = typing.tree(step.values(), Where.at(path + ".set", before));
    Flow flow = behind(step, before, values, step.values().expressions());
    TypeScope scope = flow.scope();
    if (values instanceof ObjectOf object) {
      for (var variable : object.properties().entrySet()) {
        scope = scope.adding(VARIABLES, variable.getKey(), variable.getValue());
      }
    }
    return flow.with(scope);
  }

  private Flow call(Step.Call step, String path, TypeScope before) {
    var _ = typing.tree(step.input(), Where.at(path + ".with", before));
    return behind(step, before, outputs.of(step), step.input().expressions());
  }

  private Flow await(Step.Wait step, String path, TypeScope before) {
    return behind(step, before, outputs.of(step.waitFor()), asked(step.waitFor(), path, before));
  }

  private Stream<Expression> asked(WaitFor waitFor, String path, TypeScope before) {
    return switch (waitFor) {
      case WaitFor.Duration _ -> Stream.empty();
      case WaitFor.Until(Template time) -> {
        moment(time, Where.at(path + ".wait.until", before));
        yield time.expressions().stream();
      }
      case WaitFor.Event event -> {
        event
            .where()
            .forEach((field, value) -> {
              String at = Fields.under(path + ".wait.where", field);
              var _ = typing.template(value, Where.at(at, before));
            });
        yield event.where().values().stream().flatMap(value -> value.expressions().stream());
      }
    };
  }

  private void moment(Template time, Where where) {
    ValueType type = typing.template(time, where);
    List<ValueType> odd =
        type.kinds().stream().filter(kind -> kind != Simple.TEXT && kind != Simple.ANY).toList();
    if (!odd.isEmpty()) {
      typing.tell(noMoment(odd, type), time.expressions().getFirst(), where);
    }
  }

  private static Complaint noMoment(List<ValueType> odd, ValueType type) {
    boolean certain = odd.size() == type.kinds().size();
    return Complaint.of(
        certain,
        "expected a moment, but "
            + (certain ? "found " : "there may be ")
            + TypeUnion.of(odd).words(),
        "Give a time, such as ${event.time + duration('72h')}, or a text such as 2026-12-01T09:00:00Z.");
  }

  /// What a turn has done is seen only within it.
  private Flow loop(Step.ForEach loop, String path, TypeScope before) {
    Where where = Where.at(path + ".for_each", before);
    ValueType list = typing.value(loop.items(), where);
    requireList(list, loop.items(), where);
    TypeScope turn =
        before
            .given(Facts.computed(Stream.of(loop.items())))
            .with(loop.as(), items(list))
            .with(loop.as() + "_index", Simple.WHOLE);
    Flow done = through(loop.steps(), path + ".steps", turn);
    Optional<ValueType> collected =
        loop.collect()
            .map(it -> typing.json(it, Where.at(path + ".collect", done.scope())))
            .map(type -> loop.goesOn() ? type.or(Simple.NOTHING) : type);
    return behind(loop, before, outputs.ofLoop(collected), Stream.of(loop.items()));
  }

  private void requireList(ValueType type, Expression written, Where where) {
    List<ValueType> odd =
        type.kinds().stream()
            .filter(kind -> !(kind instanceof ListOf) && kind != Simple.ANY)
            .toList();
    if (!odd.isEmpty()) {
      boolean certain = odd.size() == type.kinds().size();
      typing.tell(
          Complaint.of(
              certain,
              "expected a list, but "
                  + (certain ? "found " : "there may be ")
                  + TypeUnion.of(odd).words(),
              "Its steps are done for each item of a list: give one."),
          written,
          where);
    }
  }

  private static ValueType items(ValueType list) {
    List<ValueType> items = new ArrayList<>();
    for (ValueType kind : list.kinds()) {
      items.add(kind instanceof ListOf(ValueType each) ? each : Simple.ANY);
    }
    return TypeUnion.of(items);
  }

  /// Each branch sees what stood before all of them; behind them is certain only what all do.
  private Flow parallel(Step.Parallel fork, String path, TypeScope before) {
    boolean all = fork.needed() == fork.branches().size();
    Flow flow = Flow.on(before);
    for (Branch branch : fork.branches()) {
      String at = Fields.under(path + ".parallel", branch.name());
      Flow done = through(branch.steps(), at, before);
      flow = new Flow(joined(flow.scope(), before, done, all), flow.goesOn() && done.goesOn());
    }
    return flow.with(passed(flow.scope(), fork.key(), OutputTypes.OF_PARALLEL));
  }

  private static TypeScope joined(TypeScope scope, TypeScope before, Flow branch, boolean all) {
    TypeScope joined = scope;
    for (String name : Set.of(STEPS, VARIABLES)) {
      for (var added : branch.scope().addedTo(name, before)) {
        Property property = added.getValue();
        joined =
            joined.adding(
                name, added.getKey(), new Property(property.type(), all && property.required()));
      }
    }
    return joined;
  }
}

package dev.pilothouse.chain;

import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One pass over a definition, from its beginning to the steps that have no outcome yet: several
/// where the chain forks, and then each of them is demanded.
final class Walk {
  private final Recorded recorded;
  private final OutputCache outputs;
  private final Loops loops;
  private final Demands demands = new Demands();
  private final Witness witness;
  private List<Demand> open = new ArrayList<>();

  Walk(Recorded recorded, OutputCache outputs, LoopItems items, Witness witness) {
    this.witness = witness;
    this.recorded = recorded;
    this.outputs = outputs;
    loops = new Loops(this, items);
  }

  List<Demand> through(List<Step> steps, Scope event) {
    return switch (through(steps, Frame.top(event))) {
      case Way.Through _ -> List.of(new Demand.End(RunState.FINISHED, ""));
      case Way.Open _ -> List.copyOf(open);
      case Way.Failed(StepError error, String where) ->
          List.of(new Demand.End(RunState.FAILED, where + ": " + error.message()));
      case Way.End(Demand.End end) -> List.of(end);
    };
  }

  /// As far as it goes: up to the first that is not behind.
  Way through(List<Step> steps, Frame frame) {
    for (Step step : steps) {
      Way way = past(step, frame);
      if (!(way instanceof Way.Through)) {
        return way;
      }
    }
    return Way.THROUGH;
  }

  Recorded recorded() {
    return recorded;
  }

  /// How many demands there are; what is added after it can be taken back.
  int mark() {
    return open.size();
  }

  Way demand(Demand demand) {
    open.add(demand);
    return Way.OPEN;
  }

  /// What stands within a step does not matter any more: this alone does.
  Way insteadOf(int mark, Demand demand) {
    open = new ArrayList<>(open.subList(0, mark));
    return demand(demand);
  }

  private Way past(Step step, Frame frame) {
    StepKey key = frame.key(step);
    return switch (recorded.outcomes().get(key)) {
      case null -> ahead(step, key, frame);
      case StepOutcome.Completed done -> behind(step, key, done, frame);
      case StepOutcome.Skipped _ -> Way.THROUGH;
      case StepOutcome.Failed(StepError error) -> failed(step, error, frame);
      case StepOutcome.Unknown _ -> demand(new Demand.AskPerson(key, step.label()));
    };
  }

  private Way ahead(Step step, StepKey key, Frame frame) {
    if (recorded.underWay().contains(key)) {
      return Way.OPEN;
    }
    return switch (step) {
      case Step.Parallel fork -> parallel(fork, key, frame);
      case Step.ForEach loop -> loops.past(loop, key, frame);
      case Step.Do _,
          Step.If _,
          Step.Switch _,
          Step.Set _,
          Step.Wait _,
          Step.Call _,
          Step.Stop _ -> {
        witness.sees(step, key, frame.scope());
        yield demand(demands.of(step, key, frame.scope(), recorded.letters()));
      }
    };
  }

  private Way failed(Step step, StepError error, Frame frame) {
    Object said = Demands.asValue(error, step);
    return switch (step.onError()) {
      case OnError.Stop _ -> new Way.Failed(error, "step '" + step.name() + "'");
      case OnError.GoOn _ -> {
        frame.pass(step, () -> Map.of("error", said));
        yield Way.THROUGH;
      }
      case OnError.Recover(List<Step> steps) -> {
        frame.pass(step, () -> Map.of("error", said));
        Frame recovery = frame.with("error", said);
        Way way = through(steps, recovery);
        frame.join(recovery);
        yield way;
      }
    };
  }

  /// What a step that is done leads to, before the step after it. As it was recorded, not as it
  /// would come out today.
  private Way behind(Step step, StepKey key, StepOutcome.Completed done, Frame frame) {
    frame.pass(step, () -> outputs.output(key, done));
    return switch (step) {
      case Step.Do _, Step.Wait _, Step.Call _, Step.ForEach _ -> Way.THROUGH;
      case Step.If fork ->
          through(
              "then".equals(field(key, done, "branch")) ? fork.then() : fork.otherwise(), frame);
      case Step.Switch fork -> through(taken(fork, field(key, done, "case")), frame);
      case Step.Set _ -> variables(key, done, frame);
      case Step.Parallel fork -> joined(fork, key, done, frame);
      case Step.Stop stop -> new Way.End(end(stop, key, done));
    };
  }

  private Object field(StepKey key, StepOutcome.Completed done, String name) {
    return outputs.output(key, done) instanceof Map<?, ?> output && output.get(name) != null
        ? output.get(name)
        : "";
  }

  private static List<Step> taken(Step.Switch fork, Object name) {
    return fork.cases().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(Branch::steps)
        .orElse(fork.otherwise());
  }

  private Way variables(StepKey key, StepOutcome.Completed done, Frame frame) {
    if (outputs.output(key, done) instanceof Map<?, ?> values) {
      values.forEach((name, value) -> frame.set(String.valueOf(name), value));
    }
    return Way.THROUGH;
  }

  private Demand.End end(Step.Stop stop, StepKey key, StepOutcome.Completed done) {
    return new Demand.End(stop.as(), String.valueOf(field(key, done, "reason")));
  }

  private Way parallel(Step.Parallel fork, StepKey key, Frame frame) {
    int mark = mark();
    List<String> done = new ArrayList<>();
    List<Way.Failed> failed = new ArrayList<>();
    for (Branch branch : fork.branches()) {
      switch (through(branch.steps(), frame.branch())) {
        case Way.Through _ -> done.add(branch.name());
        case Way.Failed(StepError error, String where) ->
            failed.add(new Way.Failed(error, "branch '" + branch.name() + "', " + where));
        case Way.End end -> {
          return end;
        }
        case Way.Open _ -> {}
      }
    }
    if (done.size() >= fork.needed()) {
      return insteadOf(mark, Demands.settled(fork, key, "done", done));
    }
    return fork.branches().size() - failed.size() < fork.needed()
        ? insteadOf(mark, Demands.failed(fork, key, failed.getFirst()))
        : Way.OPEN;
  }

  /// Only what was done when the step was: what a branch left behind does later changes no plan.
  private Way joined(Step.Parallel fork, StepKey key, StepOutcome.Completed done, Frame frame) {
    int mark = mark();
    if (outputs.output(key, done) instanceof Map<?, ?> output
        && output.get("done") instanceof List<?> names) {
      for (Branch branch : fork.branches()) {
        if (names.contains(branch.name())) {
          Frame seen = frame.branch();
          var _ = through(branch.steps(), seen);
          frame.join(seen);
        }
      }
    }
    open = new ArrayList<>(open.subList(0, mark));
    return Way.THROUGH;
  }
}

package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One pass over a definition, from its beginning to the first step that has no outcome yet.
final class Walk {
  static final String EXPRESSION_FAILED = "expression.failed";

  private static final String THEN = "then";
  private static final String ELSE = "else";

  private final Map<StepKey, StepOutcome> outcomes;
  private final StepOutputs passed;
  private final Scope scope;

  Walk(Scope event, Map<StepKey, StepOutcome> outcomes, OutputCache cache) {
    this.outcomes = outcomes;
    this.passed = new StepOutputs(cache);
    this.scope = event.after(passed);
  }

  Demand through(List<Step> steps) {
    return firstOpen(steps).orElseGet(() -> new Demand.End(RunState.FINISHED, ""));
  }

  /// Empty where all of them are done.
  private Optional<Demand> firstOpen(List<Step> steps) {
    for (Step step : steps) {
      Optional<Demand> open = open(step);
      if (open.isPresent()) {
        return open;
      }
    }
    return Optional.empty();
  }

  private Optional<Demand> open(Step step) {
    return switch (outcomes.get(step.key())) {
      case null -> Optional.of(demand(step));
      case StepOutcome.Completed done -> behind(step, done);
      case StepOutcome.Skipped _ -> Optional.empty();
      case StepOutcome.Failed(StepError error) -> Optional.of(failed(step, error));
      case StepOutcome.Unknown _ -> Optional.of(new Demand.AskPerson(step.key(), step.label()));
    };
  }

  private static Demand failed(Step step, StepError error) {
    return new Demand.End(RunState.FAILED, "step '" + step.name() + "': " + error.message());
  }

  /// What a step that is done leads to, before the step after it.
  private Optional<Demand> behind(Step step, StepOutcome.Completed done) {
    passed.pass(step.key(), done);
    return switch (step) {
      case Step.Do _, Step.Wait _ -> Optional.empty();
      case Step.If fork -> firstOpen(tookThen(fork, done) ? fork.then() : fork.otherwise());
      case Step.Stop stop -> Optional.of(end(stop, done));
    };
  }

  /// As it was recorded, not as it would come out today.
  private boolean tookThen(Step.If fork, StepOutcome.Completed done) {
    return passed.output(fork.key(), done) instanceof Map<?, ?> output
        && THEN.equals(output.get("branch"));
  }

  private Demand end(Step.Stop stop, StepOutcome.Completed done) {
    return passed.output(stop.key(), done) instanceof Map<?, ?> output
            && output.get("reason") instanceof String reason
        ? new Demand.End(stop.as(), reason)
        : new Demand.End(stop.as(), "");
  }

  private Demand demand(Step step) {
    try {
      return switch (step) {
        case Step.Do call -> perform(call);
        case Step.If fork -> choose(fork);
        case Step.Wait wait -> new Demand.Pause(wait.key(), wait.label(), until(wait));
        case Step.Stop stop -> stop(stop);
      };
    } catch (ExpressionFailed failed) {
      return cannot(step, failed);
    }
  }

  private Demand perform(Step.Do step) throws ExpressionFailed {
    Json input = JsonText.of(step.input().fill(scope));
    return new Demand.Perform(step.key(), step.label(), step.action(), input, call(step));
  }

  private CallSpec call(Step.Do step) throws ExpressionFailed {
    return step.readBack().isEmpty()
        ? step.call()
        : step.call().readBackBy(Optional.of(JsonText.of(step.readBack().get().fill(scope))));
  }

  private Demand choose(Step.If fork) throws ExpressionFailed {
    String branch = fork.condition().test(scope) ? THEN : ELSE;
    return settle(
        fork, object().put("if", fork.condition().text()), object().put("branch", branch));
  }

  private Demand stop(Step.Stop stop) throws ExpressionFailed {
    ObjectNode ending =
        object().put("as", stop.as().text()).put("reason", stop.reason().text(scope));
    return settle(stop, object(), ending);
  }

  private static Demand settle(Step step, JsonNode input, JsonNode output) {
    return new Demand.Settle(
        step.key(),
        step.label(),
        JsonText.of(input),
        new StepOutcome.Completed(JsonText.of(output)));
  }

  private Demand.Until until(Step.Wait wait) throws ExpressionFailed {
    return switch (wait.waitFor()) {
      case WaitFor.Duration(var time) -> new Demand.Until.For(time);
      case WaitFor.Until(Template time) -> new Demand.Until.At(moment(time));
    };
  }

  private Instant moment(Template time) throws ExpressionFailed {
    String text = time.text(scope);
    return Moment.parse(text)
        .orElseThrow(() ->
            new ExpressionFailed(
                time.written(),
                "expected a moment such as 2026-12-01T09:00:00Z, but it gives '"
                    + Shown.shortened(text)
                    + "'."));
  }

  private static Demand cannot(Step step, ExpressionFailed failed) {
    StepError error =
        new StepError(EXPRESSION_FAILED, StepError.Kind.USER, String.valueOf(failed.getMessage()));
    return new Demand.Settle(
        step.key(), step.label(), asWritten(step), new StepOutcome.Failed(error));
  }

  /// What the author wrote, where it could not be filled in.
  private static Json asWritten(Step step) {
    return switch (step) {
      case Step.Do call -> JsonText.of(call.input().written());
      case Step.If fork -> JsonText.of(object().put("if", fork.condition().text()));
      case Step.Wait(_, _, WaitFor.Until(Template time)) ->
          JsonText.of(object().put("until", time.written()));
      case Step.Wait _ -> JsonText.of(object());
      case Step.Stop stop -> JsonText.of(object().put("reason", stop.reason().written()));
    };
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}

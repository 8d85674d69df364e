package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.PlayedStep.Shown;
import dev.pilothouse.chain.CallSpec;
import dev.pilothouse.chain.Demand;
import dev.pilothouse.chain.DurationText;
import dev.pilothouse.chain.EventCatalogue;
import dev.pilothouse.chain.Rehearsal.Stage;
import dev.pilothouse.chain.Rehearsed.Played;
import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionCall.Deadline;
import dev.pilothouse.spi.Actions;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.CallOptions;
import dev.pilothouse.spi.Handover;
import dev.pilothouse.spi.Preview;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plays the steps that reach outside of a chain: actions tell what they would do, events are taken
/// to come, and called runs to finish. What whoever tries it out says of a step counts above all.
final class DryStage implements Stage<Shown> {
  private static final Logger LOG = LoggerFactory.getLogger(DryStage.class);

  private static final String WORKED_OUT = "";
  private static final String BY_PREVIEW = "preview";
  private static final String BY_EXAMPLE = "example";
  private static final String GIVEN = "given";
  private static final Json NO_DETAILS = new Json("{}");

  private final TenantId tenant;
  private final Actions actions;
  private final Books trial;
  private final TriedCall calls;
  private final EventCatalogue eventTypes;
  private final Map<String, StepOutcome> assumptions;
  private final RunId run = RunId.next();

  /// An outcome was made up: what a later step is given may be other values than it will be.
  private boolean supposed;

  DryStage(
      TenantId tenant,
      Actions actions,
      Books trial,
      TriedCall calls,
      EventCatalogue eventTypes,
      Map<String, StepOutcome> assumptions) {
    this.tenant = tenant;
    this.actions = actions;
    this.trial = trial;
    this.calls = calls;
    this.eventTypes = eventTypes;
    this.assumptions = assumptions;
  }

  @Override
  public Played<Shown> perform(Demand.Perform demand) {
    return actions
        .named(demand.action())
        .map(action -> played(demand, action))
        .orElseGet(() ->
            played(
                demand.key(),
                failed("action.unknown", "There is no action '" + demand.action() + "' here."),
                new Shown("Fails: there is no such action.", NO_DETAILS, WORKED_OUT),
                Optional.empty()));
  }

  private Played<Shown> played(Demand.Perform demand, Action action) {
    Preview preview = preview(demand, action);
    StepOutcome outcome =
        preview
            .answer()
            .map(DryStage::outcome)
            .orElseGet(() ->
                new StepOutcome.Completed(
                    ExampleValue.of(action.descriptor().output(), demand.input())));
    String basis =
        preview.answer().isEmpty()
            ? BY_EXAMPLE
            : action instanceof Action.Computation ? WORKED_OUT : BY_PREVIEW;
    return played(
        demand.key(),
        outcome,
        new Shown(preview.sentence(), preview.details(), basis),
        Optional.empty());
  }

  /// A bug in it, or records that others are changing right now, shall not end the whole try.
  private Preview preview(Demand.Perform demand, Action action) {
    ActionCall call = call(demand);
    try {
      return switch (action) {
        case Action.Computation computation -> computation.preview(call);
        case Action.InBooks change -> change.preview(call, trial);
        case Action.Outside outside -> outside.preview(call);
      };
    } catch (RuntimeException trouble) {
      LOG.warn("What {} would do could not be shown", demand.action(), trouble);
      return new Preview(
          "What it would do cannot be shown now: others may be changing the same. Try again.",
          NO_DETAILS,
          Optional.empty());
    }
  }

  private ActionCall call(Demand.Perform demand) {
    CallSpec spec = demand.call();
    return new ActionCall(
        tenant,
        new EffectId(run, demand.key()),
        demand.input(),
        new CallOptions(spec.timeout(), spec.idempotencyHeader(), spec.readBack()),
        1,
        Deadline.in(spec.timeout()));
  }

  private static StepOutcome outcome(ActionAnswer answer) {
    return switch (answer) {
      case ActionAnswer.Done(Json output) -> new StepOutcome.Completed(output);
      case ActionAnswer.Failed(StepError error) -> new StepOutcome.Failed(error);
      case ActionAnswer.TryAgain(StepError error, _, _) -> new StepOutcome.Failed(error);
    };
  }

  @Override
  public Played<Shown> listen(Demand.Listen demand) {
    String sentence =
        "Waits for the event %s, at most %s; here it comes."
            .formatted(demand.type(), DurationText.readable(demand.limit()));
    return played(
        demand.key(),
        new StepOutcome.Completed(new ArrivingEvent(eventTypes).output(demand)),
        new Shown(sentence, NO_DETAILS, BY_EXAMPLE),
        Optional.of(demand.limit()));
  }

  @Override
  public Played<Shown> call(Demand.Call demand) {
    Optional<StepError> objection = calls.objection(demand.automation(), demand.input());
    return objection
        .filter(error -> !mayFitInEarnest(error))
        .map(error -> refused(demand, error))
        .orElseGet(() -> called(demand, objection.map(StepError::message)));
  }

  private boolean mayFitInEarnest(StepError error) {
    return supposed && error.code().equals(Handover.INPUT_INVALID);
  }

  private Played<Shown> refused(Demand.Call demand, StepError error) {
    String sentence =
        error.code().equals("call.unknown")
            ? "Fails: there is nothing to call."
            : "Fails: what it calls takes no such run.";
    return played(
        demand.key(),
        new StepOutcome.Failed(error),
        new Shown(sentence, NO_DETAILS, WORKED_OUT),
        Optional.empty());
  }

  private Played<Shown> called(Demand.Call demand, Optional<String> misfit) {
    String sentence =
        "Starts a run of '%s' and %s"
                .formatted(
                    demand.automation(),
                    demand
                        .limit()
                        .map(limit ->
                            "waits for its end, at most "
                                + DurationText.readable(limit)
                                + "; here it finishes.")
                        .orElse("goes on at once."))
            + misfit
                .map(" With the values made up for this try it would be refused: "::concat)
                .orElse("");
    return played(
        demand.key(),
        new StepOutcome.Completed(called(demand.limit())),
        new Shown(sentence, NO_DETAILS, BY_EXAMPLE),
        demand.limit());
  }

  private static Json called(Optional<Duration> limit) {
    return new Json(
        limit.isPresent()
            ? "{\"run\":\"dry-run\",\"state\":\"finished\",\"reason\":\"\",\"output\":{}}"
            : "{\"run\":\"dry-run\"}");
  }

  /// What was said of a step within a loop counts for each turn.
  private Played<Shown> played(
      StepKey key, StepOutcome outcome, Shown shown, Optional<Duration> lasts) {
    supposed |= !shown.basis().isEmpty();
    String text = key.text();
    String inDefinition = text.substring(text.lastIndexOf('.') + 1);
    return Optional.ofNullable(assumptions.get(text))
        .or(() -> Optional.ofNullable(assumptions.get(inDefinition)))
        .map(given ->
            new Played<>(given, true, new Shown(shown.sentence(), shown.details(), GIVEN), lasts))
        .orElseGet(() -> new Played<>(outcome, !shown.basis().isEmpty(), shown, lasts));
  }

  private static StepOutcome failed(String code, String message) {
    return new StepOutcome.Failed(new StepError(code, StepError.Kind.USER, message));
  }
}

package dev.pilothouse.chain;

import dev.pilothouse.chain.Rehearsed.Bound;
import dev.pilothouse.chain.Rehearsed.Ending;
import dev.pilothouse.chain.Rehearsed.Fork;
import dev.pilothouse.chain.Rehearsed.Part;
import dev.pilothouse.chain.Rehearsed.Played;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Walks a chain for an event without doing anything. What a step outside of the chain would give
/// is asked of a stage, waits take no time, and all else is as in a run, since the same walker says
/// what comes next.
///
/// @param <P> what the stage shows of a step
public final class Rehearsal<P> {
  /// Plays what is not the chain's own.
  public interface Stage<P> {
    Played<P> perform(Demand.Perform demand);

    Played<P> listen(Demand.Listen demand);

    Played<P> call(Demand.Call demand);
  }

  /// @param steps at most so many
  /// @param letters of what steps get and give, at most so many in all
  /// @param late no further step shall be taken
  public record Bounds(int steps, long letters, BooleanSupplier late) {}

  private final Walker walker;
  private final Stage<P> stage;
  private final Instant now;
  private final Bounds bounds;
  private final Map<StepKey, StepOutcome> outcomes = new HashMap<>();
  private final Map<StepKey, LoopProgress> progress = new HashMap<>();
  private final Map<StepKey, Seen> seen = new HashMap<>();
  private final List<Part<P>> parts = new ArrayList<>();
  private Optional<Ending> ending = Optional.empty();
  private long letters;

  /// @param now from which on waits are counted
  public Rehearsal(
      Definition definition, NewEntry event, Stage<P> stage, Instant now, Bounds bounds) {
    walker = new Walker(definition, event);
    this.stage = stage;
    this.now = now;
    this.bounds = bounds;
  }

  /// A step with what its condition said, where it has one: what it sees is not kept.
  private record Seen(Step step, String why) {
    static Seen of(Step step, Scope scope) {
      return new Seen(
          step,
          step instanceof Step.If fork
              ? new Explaining(scope).inWords(fork.condition().text())
              : "");
    }
  }

  public Rehearsed<P> play() {
    while (ending.isEmpty()) {
      for (Demand demand : walker.next(recorded(), this::sees)) {
        play(demand);
      }
    }
    return new Rehearsed<>(parts, ending.get());
  }

  private Recorded recorded() {
    return new Recorded(new HashMap<>(outcomes), new HashMap<>(progress), Map.of(), Set.of());
  }

  private void sees(Step step, StepKey key, Scope scope) {
    seen.put(key, Seen.of(step, scope));
  }

  private void play(Demand demand) {
    if (ending.isPresent()) {
      return;
    }
    Optional<Bound> reached = demand instanceof Demand.End ? Optional.empty() : reached();
    reached.ifPresentOrElse(
        bound -> ending = Optional.of(new Ending.BrokenOff(bound)), () -> playNow(demand));
  }

  private Optional<Bound> reached() {
    if (parts.size() >= bounds.steps()) {
      return Optional.of(Bound.STEPS);
    }
    if (letters > bounds.letters()) {
      return Optional.of(Bound.LETTERS);
    }
    return bounds.late().getAsBoolean() ? Optional.of(Bound.TIME) : Optional.empty();
  }

  private void playNow(Demand demand) {
    switch (demand) {
      case Demand.Settle(var key, var label, var input, var outcome) ->
          add(
              new Part<>(
                  key,
                  label,
                  input,
                  outcome,
                  false,
                  Optional.empty(),
                  Optional.empty(),
                  forks(key, outcome)));
      case Demand.Advance(var key, _, var further) -> progress.put(key, further);
      case Demand.Perform perform ->
          add(perform.key(), perform.label(), perform.input(), stage.perform(perform));
      case Demand.Pause pause -> pause(pause);
      case Demand.Listen listen ->
          add(listen.key(), listen.label(), Demands.asked(listen), stage.listen(listen));
      case Demand.Call call -> add(call.key(), call.label(), call.input(), stage.call(call));
      case Demand.AskPerson(var key, _) ->
          throw new IllegalStateException("nobody knows of '" + key + "', which was never sent");
      case Demand.End(var state, var reason) ->
          ending = Optional.of(new Ending.Ended(state, reason));
    }
  }

  private void add(StepKey key, StepLabel label, Json input, Played<P> played) {
    add(
        new Part<>(
            key,
            label,
            input,
            played.outcome(),
            played.assumed(),
            Optional.of(played.shown()),
            played.lasts(),
            List.of()));
  }

  private void pause(Demand.Pause pause) {
    Instant until =
        switch (pause.until()) {
          case Demand.Until.For(Duration time) -> now.plus(time);
          case Demand.Until.At(Instant time) -> time;
        };
    Duration lasts = until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    Json output = new Json("{\"waited_until\":\"" + until + "\"}");
    add(
        new Part<>(
            pause.key(),
            pause.label(),
            Json.NULL,
            new StepOutcome.Completed(output),
            true,
            Optional.empty(),
            Optional.of(lasts),
            List.of()));
  }

  private void add(Part<P> part) {
    outcomes.put(part.key(), part.outcome());
    parts.add(part);
    letters += part.input().text().length();
    if (part.outcome() instanceof StepOutcome.Completed(Json output)) {
      letters += output.text().length();
    }
  }

  private List<Fork> forks(StepKey key, StepOutcome outcome) {
    return Optional.ofNullable(seen.get(key))
        .filter(_ -> outcome instanceof StepOutcome.Completed)
        .map(it -> Fork.of(it.step(), it.why(), ((StepOutcome.Completed) outcome).output()))
        .orElse(List.of());
  }
}

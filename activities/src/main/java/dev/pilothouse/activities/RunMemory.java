package dev.pilothouse.activities;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Ledger.Claimed;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Standing;
import dev.pilothouse.spi.Ledger.Step;
import dev.pilothouse.spi.Ledger.Turn;
import dev.pilothouse.spi.Ledger.Writing;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/// What one walk knows of its run, and what of it is not yet in the ledger. Outcomes of pure steps
/// gather here and share the commit of whatever must be durable next.
final class RunMemory {
  private final Ledger ledger;
  private final Clock clock;
  private final Claimed claimed;
  private final Map<StepKey, StepOutcome> outcomes = new HashMap<>();
  private final Map<StepKey, Attempts> attempts = new HashMap<>();
  private final Map<StepKey, StepLabel> labels = new HashMap<>();
  private final List<Line> unwritten = new ArrayList<>();

  RunMemory(Ledger ledger, Clock clock, Claimed claimed) {
    this.ledger = ledger;
    this.clock = clock;
    this.claimed = claimed;
    claimed.steps().forEach(this::recall);
  }

  private void recall(StepRecord step) {
    step.outcome().ifPresent(outcome -> outcomes.put(step.key(), outcome));
    attempts.put(step.key(), Attempts.of(step));
    labels.put(step.key(), step.label());
  }

  Claimed claimed() {
    return claimed;
  }

  Map<StepKey, StepOutcome> outcomes() {
    return outcomes;
  }

  /// Whether nobody knows yet how the step ends.
  boolean isOpen(StepKey key) {
    StepOutcome outcome = outcomes.get(key);
    return outcome == null || outcome instanceof StepOutcome.Unknown;
  }

  Attempts attempts(StepKey key) {
    return attempts.getOrDefault(key, Attempts.NONE);
  }

  void remember(StepKey key, Attempts now) {
    attempts.put(key, now);
  }

  /// Whoever waits goes on now.
  void endWaits(Instant now) {
    attempts.replaceAll(
        (_, known) -> known.waitsUntil().isPresent() ? known.waiting(now, known.maybe()) : known);
  }

  /// How a step is shown that was begun before.
  Optional<StepLabel> labelOf(StepKey key) {
    return Optional.ofNullable(labels.get(key));
  }

  /// The line of a step, begun now.
  Step step(StepKey key, StepLabel label) {
    labels.put(key, label);
    return new Step(key, label, Math.max(1, attempts(key).made()), clock.instant());
  }

  /// Remembers the outcome; it is written with the next writing, in place of an earlier one of the
  /// step that is not written yet.
  void settle(Step step, Json input, StepOutcome outcome) {
    outcomes.put(step.key(), outcome);
    unwritten.removeIf(line -> line instanceof Line.Settle && line.step().key().equals(step.key()));
    unwritten.add(new Line.Settle(step, input, outcome));
  }

  /// An outcome that the ledger has already.
  void learn(StepKey key, StepOutcome outcome) {
    outcomes.put(key, outcome);
  }

  Standing write(Turn turn) {
    return write(List.of(), turn, List.of());
  }

  Standing write(Line line) {
    return write(List.of(line), new Turn.Stay(), List.of());
  }

  /// A wait that an order kept out is written when the order is carried out: it says that the call
  /// before it has ended, which nobody would know otherwise.
  Standing write(List<Line> last, Turn turn, List<Long> carriedOut) {
    List<Line> lines = new ArrayList<>(unwritten);
    lines.addAll(last);
    Standing standing = written(new Writing(claimed.claim(), lines, turn, carriedOut));
    unwritten.clear();
    if (standing == Standing.ORDERED) {
      lines.stream().filter(Line.Await.class::isInstance).forEach(unwritten::add);
    }
    return standing;
  }

  boolean hasUnwritten() {
    return !unwritten.isEmpty();
  }

  /// What the ledger has now, where another claim may have known more: a late answer beats our
  /// "unknown".
  void lookAgain() {
    ledger.steps(claimed.claim().ref()).forEach(this::recall);
  }

  private Standing written(Writing writing) {
    try {
      return ledger.write(writing).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}

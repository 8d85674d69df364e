package dev.pilothouse.activities;

import dev.pilothouse.chain.Recorded;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.KeptText;
import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Ledger.Claimed;
import dev.pilothouse.spi.Ledger.Letter;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Standing;
import dev.pilothouse.spi.Ledger.Step;
import dev.pilothouse.spi.Ledger.Turn;
import dev.pilothouse.spi.Ledger.Writing;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;

/// What one walk knows of its run, and what of it is not yet in the ledger. Outcomes of pure steps
/// gather here and share the commit of whatever must be durable next. Shared by the walk and the
/// calls it makes beside each other.
final class RunMemory {
  private final Ledger ledger;
  private final Clock clock;
  private final Claimed claimed;
  private final NavigableMap<StepKey, StepOutcome> outcomes = new TreeMap<>();
  private final NavigableMap<StepKey, Attempts> attempts = new TreeMap<>();
  private final NavigableMap<StepKey, StepLabel> labels = new TreeMap<>();
  private final NavigableMap<StepKey, Json> letters = new TreeMap<>();
  private final NavigableMap<StepKey, LoopProgress> progress = new TreeMap<>();

  /// Steps that wait for a letter, and not for a time alone.
  private final Set<StepKey> listening = new HashSet<>();

  private final List<Line> unwritten = new ArrayList<>();

  RunMemory(Ledger ledger, Clock clock, Claimed claimed) {
    this.ledger = ledger;
    this.clock = clock;
    this.claimed = claimed;
    claimed.steps().forEach(this::recall);
    letters(claimed.letters());
  }

  private void recall(StepRecord step) {
    step.outcome().ifPresent(outcome -> outcomes.put(step.key(), outcome));
    step.progress().ifPresent(further -> progress.put(step.key(), further));
    attempts.put(step.key(), Attempts.of(step));
    labels.put(step.key(), step.label());
    if (step.waitsForALetter()) {
      listening.add(step.key());
    }
  }

  Claimed claimed() {
    return claimed;
  }

  synchronized Recorded recorded(Set<StepKey> underWay) {
    return new Recorded(
        new HashMap<>(outcomes), new HashMap<>(progress), new HashMap<>(letters), underWay);
  }

  synchronized void letters(List<Letter> come) {
    come.forEach(letter -> letters.put(letter.step(), letter.body()));
  }

  /// Whether nobody knows yet how the step ends.
  synchronized boolean isOpen(StepKey key) {
    StepOutcome outcome = outcomes.get(key);
    return outcome == null || outcome instanceof StepOutcome.Unknown;
  }

  synchronized Attempts attempts(StepKey key) {
    return attempts.getOrDefault(key, Attempts.NONE);
  }

  synchronized void remember(StepKey key, Attempts now) {
    attempts.put(key, now);
  }

  /// The step waits; with the next writing the ledger knows it too.
  synchronized void await(Line.Await line) {
    StepKey key = line.step().key();
    attempts.put(key, attempts(key).waiting(line.due(), line.maybe()));
    replace(
        new Line.Await(
            line.step(),
            line.input(),
            line.due(),
            KeptText.of(line.reason()),
            line.met().map(StorableJson::checked),
            line.maybe()));
  }

  /// It waits for a letter, as the ledger knows already.
  synchronized void listens(StepKey key, Instant until) {
    listening.add(key);
    attempts.put(key, attempts(key).waiting(until, false));
  }

  /// Whoever waits for a time goes on now.
  synchronized void endWaits(Instant now) {
    attempts.replaceAll((key, known) ->
        known.waitsUntil().isPresent() && !listening.contains(key)
            ? known.waiting(now, known.maybe())
            : known);
  }

  /// How a step is shown that was begun before.
  synchronized Optional<StepLabel> labelOf(StepKey key) {
    return Optional.ofNullable(labels.get(key));
  }

  /// The line of a step, begun now.
  synchronized Step step(StepKey key, StepLabel label) {
    labels.put(key, label);
    return new Step(key, label, Math.max(1, attempts(key).made()), clock.instant());
  }

  /// Remembers the outcome, as far as the ledger can keep it; it is written with the next writing,
  /// in place of an earlier one of the step that is not written yet.
  synchronized void settle(Step step, Json input, StepOutcome outcome) {
    StepOutcome kept = StorableJson.checked(outcome);
    outcomes.put(step.key(), kept);
    replace(new Line.Settle(step, input, kept));
  }

  /// An outcome that the ledger has already.
  synchronized void learn(StepKey key, StepOutcome outcome) {
    outcomes.put(key, outcome);
  }

  /// What a loop has behind it is forgotten; the ledger keeps it.
  synchronized void advance(Step step, LoopProgress further) {
    int from = Optional.ofNullable(progress.get(step.key())).map(LoopProgress::done).orElse(0);
    progress.put(step.key(), further);
    for (int turn = from; turn < further.done(); turn++) {
      forget(step.key() + "." + turn + ".");
    }
    replace(new Line.Advance(step, further));
  }

  private void forget(String prefix) {
    StepKey first = new StepKey(prefix);
    StepKey behind = new StepKey(prefix.substring(0, prefix.length() - 1) + "/");
    List.of(outcomes, attempts, labels, letters, progress)
        .forEach(known -> known.subMap(first, behind).clear());
  }

  private void replace(Line line) {
    unwritten.removeIf(known ->
        known.getClass() == line.getClass() && known.step().key().equals(line.step().key()));
    unwritten.add(line);
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
    List<Line> gathered = takeUnwritten();
    List<Line> lines = new ArrayList<>(gathered);
    lines.addAll(last);
    try {
      Standing standing = written(new Writing(claimed.claim(), lines, turn, carriedOut));
      if (standing == Standing.ORDERED) {
        putBack(lines.stream().filter(RunMemory::waitsForAnOrder).toList());
      }
      return standing;
    } catch (RuntimeException failed) {
      putBack(gathered);
      throw failed;
    }
  }

  private static boolean waitsForAnOrder(Line line) {
    return line instanceof Line.Await || line instanceof Line.Advance;
  }

  private synchronized List<Line> takeUnwritten() {
    List<Line> lines = List.copyOf(unwritten);
    unwritten.clear();
    return lines;
  }

  /// Those that came meanwhile are newer.
  private synchronized void putBack(List<Line> lines) {
    List<Line> newer = List.copyOf(unwritten);
    unwritten.clear();
    unwritten.addAll(lines);
    newer.forEach(this::replace);
  }

  synchronized boolean hasUnwritten() {
    return !unwritten.isEmpty();
  }

  synchronized int unwritten() {
    return unwritten.size();
  }

  /// What the ledger has now, where another claim may have known more: a late answer beats our
  /// "unknown".
  void lookAgain() {
    List<StepRecord> now = ledger.steps(claimed.claim().ref());
    synchronized (this) {
      now.forEach(this::recall);
    }
  }

  private Standing written(Writing writing) {
    try {
      return ledger.write(writing).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}

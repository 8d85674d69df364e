package dev.pilothouse.stores;

import dev.pilothouse.model.StoredVerdict.Kind;
import dev.pilothouse.spi.Matching.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Decides of which candidates a run is born, in the transaction that writes their entries. Entries
/// of one commit see each other: of two equal ones the first counts.
final class Admission {
  private final JdbcClient tx;
  private final Instant now;
  private final LoopGuard loops;
  private final DedupeMarks dedupe;
  private final ThrottleMarks throttle;
  private final OpenTurns turns;

  /// @param candidates whose keys this transaction has locked
  private Admission(JdbcClient tx, List<Candidate> candidates) {
    this.tx = tx;
    now = now(candidates);
    loops = new LoopGuard(tx, candidates);
    dedupe = new DedupeMarks(tx, candidates, now);
    throttle = new ThrottleMarks(tx, candidates, now);
    turns = new OpenTurns(tx, candidates);
  }

  static Decided decide(JdbcClient tx, List<Candidate> candidates) {
    List<Candidate> awake = candidates.stream().filter(it -> !it.match().paused()).toList();
    KeyLocks.take(tx, awake);
    Admission admission = new Admission(tx, awake);
    List<Verdict> verdicts = candidates.stream().map(admission::verdict).toList();
    admission.keep();
    return new Decided(verdicts, admission.turns.replaced());
  }

  /// @param replaced earlier runs that are to make room
  record Decided(List<Verdict> verdicts, List<Replaced> replaced) {}

  private Verdict verdict(Candidate candidate) {
    Verdict verdict = refusal(candidate).orElseGet(() -> Verdict.fired(candidate));
    if (verdict.hasFired()) {
      loops.count(candidate);
      dedupe.count(verdict);
      throttle.count(candidate);
      turns.count(verdict);
    }
    return verdict;
  }

  /// The first that applies, and nothing further is asked: an event that was refused counts for
  /// nobody.
  private Optional<Verdict> refusal(Candidate candidate) {
    List<Supplier<Optional<Verdict>>> rules =
        List.of(
            () -> paused(candidate),
            () -> loops.refusal(candidate),
            () -> dedupe.refusal(candidate),
            () -> throttle.refusal(candidate),
            () -> turns.refusal(candidate));
    return rules.stream().flatMap(rule -> rule.get().stream()).findFirst();
  }

  private static Optional<Verdict> paused(Candidate candidate) {
    return candidate.match().paused()
        ? Optional.of(
            Verdict.refused(
                candidate, Kind.PAUSED, "Not started: the automation is paused by a person."))
        : Optional.empty();
  }

  /// What is over goes last: then nothing of what this transaction still waits for can be held by
  /// one that waits for it.
  private void keep() {
    if (dedupe.isChanged()) {
      dedupe.write(tx);
    }
    if (throttle.isChanged()) {
      throttle.write(tx);
    }
    if (dedupe.isChanged()) {
      MarkRows.DEDUPE.forgetWhatIsOver(tx);
    }
    if (throttle.isChanged()) {
      MarkRows.THROTTLE.forgetWhatIsOver(tx);
    }
  }

  /// On the database's clock, after the locks: no mark of an earlier holder is later than this.
  private Instant now(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::terms).anyMatch(Admission::asksForTime)
        ? tx.sql("select clock_timestamp()")
            .query((row, _) -> Rows.instant(row, "clock_timestamp"))
            .single()
        : Instant.EPOCH;
  }

  private static boolean asksForTime(Terms terms) {
    return terms.dedupe().isPresent() || terms.throttle().isPresent();
  }
}

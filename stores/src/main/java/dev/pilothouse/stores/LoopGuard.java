package dev.pilothouse.stores;

import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.StoredVerdict.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Cuts runs that cause one another again and again: a chain that has become too long, and one of
/// many short chains about the same subject that come too fast. An automation that is started often
/// and is not among its own causes is no loop, however fast it goes: a chain may well tell of a
/// hundred lines of one order. That a run waits starts no automation that is among the causes of
/// it, not even once: each of its runs that waits would start the next ones.
final class LoopGuard {
  /// How many runs may stand one behind the other before the next one is taken for a loop.
  static final int DEEPEST = 8;

  /// Runs of one automation about one subject in a minute, started by what other runs changed.
  static final int MOST_A_MINUTE = 60;

  private static final String ADVICE = " Let one of them no longer react to what another changes.";

  private record Key(String automation, String subject) {
    static Key of(Candidate candidate) {
      return new Key(
          candidate.version().automation().toString(), candidate.entry().event().subject());
    }
  }

  private final JdbcClient tx;
  private final Map<Key, Integer> begun = new HashMap<>();

  /// Counts what began lately for the candidates that runs have caused.
  LoopGuard(JdbcClient tx, List<Candidate> candidates) {
    this.tx = tx;
    List<Key> keys =
        candidates.stream().filter(Candidate::mayBeLoop).map(Key::of).distinct().toList();
    if (!keys.isEmpty()) {
      count(keys);
    }
  }

  private void count(List<Key> keys) {
    tx.sql(
            """
            select k.automation, k.subject, (
              select count(*) from (
                select from run r where r.caused_key = hashtextextended(k.automation || '/' || k.subject, 0)
                  and r.queued_at > now() - interval '1 minute' limit :most) lately) begun
            from unnest(:automations::text[], :subjects::text[]) k(automation, subject)\
            """)
        .param("automations", Columns.texts(keys, Key::automation))
        .param("subjects", Columns.texts(keys, Key::subject))
        .param("most", MOST_A_MINUTE)
        .query((row, _) ->
            begun.put(
                new Key(row.getString("automation"), row.getString("subject")),
                row.getInt("begun")))
        .list();
  }

  Optional<Verdict> refusal(Candidate candidate) {
    if (candidate.entry().depth() >= DEEPEST) {
      return Optional.of(cut(candidate, tooDeep(candidate.entry())));
    }
    if (candidate.entry().event().type().equals(WaitingEntries.TYPE)) {
      return ofItsOwn(candidate);
    }
    return candidate.mayBeLoop() && begun.getOrDefault(Key.of(candidate), 0) >= MOST_A_MINUTE
        ? tooFast(candidate)
        : Optional.empty();
  }

  private Optional<Verdict> ofItsOwn(Candidate candidate) {
    ChainOfRuns chain = ChainOfRuns.before(tx, candidate.entry(), DEEPEST);
    return chain.has(candidate.version().automation())
        ? Optional.of(
            cut(
                candidate,
                "Not started: the run that waits is one of its own, or was caused by one, %s."
                    .formatted(chain)))
        : Optional.empty();
  }

  void count(Candidate fired) {
    if (fired.mayBeLoop()) {
      begun.merge(Key.of(fired), 1, Integer::sum);
    }
  }

  private String tooDeep(NewEntry entry) {
    return "Not started: %d runs stand one behind the other already, %s."
        .formatted(entry.depth(), ChainOfRuns.before(tx, entry, DEEPEST));
  }

  private Optional<Verdict> tooFast(Candidate candidate) {
    ChainOfRuns chain = ChainOfRuns.before(tx, candidate.entry(), DEEPEST);
    return chain.has(candidate.version().automation())
        ? Optional.of(
            cut(
                candidate,
                "Not started: what runs change about '%s' started it %d times within a minute, and it is among its own causes, %s."
                    .formatted(candidate.entry().event().subject(), MOST_A_MINUTE, chain)))
        : Optional.empty();
  }

  private static Verdict cut(Candidate candidate, String sentence) {
    return Verdict.refused(candidate, Kind.LOOP_CUT, sentence + ADVICE);
  }
}

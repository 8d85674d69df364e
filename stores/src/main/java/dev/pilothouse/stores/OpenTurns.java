package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.StoredVerdict.Kind;
import dev.pilothouse.spi.Matching.Mode;
import dev.pilothouse.spi.Matching.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The runs of each concurrency key that have not ended, where a new one does not simply wait for
/// them.
final class OpenTurns {
  private final Map<MarkKey, List<RunId>> open = new HashMap<>();
  private final List<Replaced> replaced = new ArrayList<>();

  /// Reads what is known of the candidates' keys.
  OpenTurns(JdbcClient tx, List<Candidate> candidates) {
    List<MarkKey> keys =
        candidates.stream()
            .flatMap(it -> turn(it).map(turn -> it.key(turn.key())).stream())
            .distinct()
            .toList();
    if (!keys.isEmpty()) {
      MarkRows.keyed(tx.sql(SQL), keys)
          .query((row, _) -> Map.entry(MarkRows.key(row), new RunId(Rows.id(row, "id"))))
          .list()
          .forEach(found -> add(found.getKey(), found.getValue()));
    }
  }

  /// Oldest first, without those that are told to end already.
  private static final String SQL =
      """
      select r.tenant_id, r.automation_id, r.concurrency_key as key, r.id
      from unnest(:tenants::uuid[], :automations::uuid[], :keys::text[]) k(tenant, automation, key)
      join run r on r.tenant_id = k.tenant and r.automation_id = k.automation and r.concurrency_key = k.key
        and r.finished_at is null
      where not exists (
        select from run_order o where o.run_id = r.id and o.carried_out_at is null and o.kind = 'cancel')
      order by r.position, r.id\
      """;

  Optional<Verdict> refusal(Candidate candidate) {
    return turn(candidate)
        .filter(turn -> turn.mode() == Mode.SKIP)
        .map(turn -> candidate.key(turn.key()))
        .flatMap(key -> of(key).stream().findFirst().map(run -> skipped(candidate, key, run)));
  }

  private static Verdict skipped(Candidate candidate, MarkKey key, RunId run) {
    return Verdict.refused(
        candidate,
        Kind.SKIPPED,
        "Not started: run %s of the same key, %s, has not ended.".formatted(run, key.quoted()),
        run);
  }

  void count(Verdict fired) {
    Candidate candidate = fired.candidate();
    turn(candidate)
        .ifPresent(turn -> {
          MarkKey key = candidate.key(turn.key());
          if (turn.mode() == Mode.REPLACE) {
            List<RunId> earlier = open.getOrDefault(key, List.of());
            earlier.forEach(
                run -> replaced.add(new Replaced(new RunRef(key.tenant(), run), fired)));
            open.remove(key);
          }
          add(key, fired.born().run());
        });
  }

  List<Replaced> replaced() {
    return List.copyOf(replaced);
  }

  private List<RunId> of(MarkKey key) {
    return open.getOrDefault(key, List.of());
  }

  private void add(MarkKey key, RunId run) {
    open.computeIfAbsent(key, _ -> new ArrayList<>()).add(run);
  }

  private static Optional<Turn> turn(Candidate candidate) {
    return candidate.terms().turn().filter(turn -> turn.mode() != Mode.QUEUE);
  }
}

package dev.pilothouse.bench;

import dev.pilothouse.testkit.ReceivedMail;
import dev.pilothouse.testkit.Recording;
import dev.pilothouse.testkit.RecordingSmtpServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Holds what the ledger says of effects against what the world out there has seen.
final class EffectProof {
  private final List<Effect> effects;
  private final Visits visits;
  private final Map<String, Integer> mailsArrived;
  private final Map<String, Integer> mailsActed;
  private final Map<String, Integer> tasks;
  private final Map<String, Integer> deals;
  private final Findings findings;

  EffectProof(Rows rows, Outside outside, RecordingSmtpServer mail, Findings findings) {
    this.effects = Effect.all(rows);
    this.visits = outside.visits();
    this.mailsArrived = bySubject(mail.arrived());
    this.mailsActed = bySubject(mail.acted());
    this.tasks = counts(rows, "select title, count(*) from task group by title");
    this.deals = counts(rows, "select id, version from deal");
    this.findings = findings;
  }

  void check() {
    effects.forEach(this::check);
  }

  /// Nothing was sent that had not been reserved before.
  void checkThatAllAreKnown() {
    Set<String> known = effects.stream().map(Effect::name).collect(Collectors.toSet());
    visits
        .effects()
        .forEach(effect ->
            findings.lost(!known.contains(effect), "the ledger knows nothing of " + effect));
  }

  Table table() {
    Map<String, ClassCount> counts = new TreeMap<>();
    for (Effect effect : effects) {
      counts
          .computeIfAbsent(effect.effectClass(), _ -> new ClassCount())
          .add(effect, arrivals(effect), acts(effect));
    }
    Table table =
        new Table("class", "reserved", "acted", "completed", "failed", "unknown", "repeated sends");
    counts.forEach((name, count) -> count.addTo(table, name));
    return table;
  }

  private void check(Effect effect) {
    switch (effect.effectClass()) {
      case "transactional" -> checkTransactional(effect);
      case "keyed" -> checkActs(effect);
      case "reconcilable" -> {
        checkActs(effect);
        checkFailure(effect);
      }
      case "once" -> checkOnce(effect);
      default -> {}
    }
  }

  private void checkTransactional(Effect effect) {
    int expected = effect.is("completed") ? 1 : 0;
    findings.doubled(acts(effect) > expected, effect + ": " + acts(effect) + " times");
    findings.lost(acts(effect) < expected, effect + ": nowhere to be found");
  }

  private void checkActs(Effect effect) {
    findings.doubled(acts(effect) > 1, effect + ": acted on " + acts(effect) + " times");
    findings.lost(effect.is("completed") && acts(effect) == 0, effect + ": never acted on");
  }

  private void checkOnce(Effect effect) {
    checkActs(effect);
    checkFailure(effect);
    int arrivals = effect.kind().equals("mail.send") ? arrivals(effect) : arrivalsForGood(effect);
    findings.doubled(arrivals > 1, effect + ": arrived " + arrivals + " times");
    boolean settled = !effect.result().isEmpty() || effect.runIsUnderWay();
    findings.lost(arrivals > 0 && !settled, effect + ": arrived, and the ledger says nothing");
  }

  /// "Failed" is a promise that nothing happened; without an answer nobody can give it.
  private void checkFailure(Effect effect) {
    boolean failed = effect.is("failed");
    findings.lost(failed && acts(effect) > 0, effect + ": failed, but acted on");
    boolean unanswered = effect.kind().equals("http.request") && !visits.allRefused(effect.name());
    findings.lost(failed && unanswered, effect + ": failed, but arrived without an answer");
  }

  private int arrivals(Effect effect) {
    return switch (effect.kind()) {
      case "mail.send" -> mailsArrived.getOrDefault(effect.event(), 0);
      case "http.request" -> visits.arrivals(effect.name());
      default -> acts(effect);
    };
  }

  private int arrivalsForGood(Effect effect) {
    return visits.arrivalsForGood(effect.name());
  }

  private int acts(Effect effect) {
    return switch (effect.kind()) {
      case "mail.send" -> mailsActed.getOrDefault(effect.event(), 0);
      case "task.create" -> tasks.getOrDefault(effect.event(), 0);
      case "crm.update_deal" -> deals.getOrDefault(effect.event(), 0);
      default -> visits.acts(effect.name());
    };
  }

  private static Map<String, Integer> bySubject(Recording<ReceivedMail> mails) {
    Map<String, Integer> counts = new HashMap<>();
    mails.all().forEach(mail -> counts.merge(mail.subject().orElse(""), 1, Integer::sum));
    return counts;
  }

  private static Map<String, Integer> counts(Rows rows, String sql) {
    Map<String, Integer> counts = new HashMap<>();
    rows.list(sql, row -> Map.entry(row.getString(1), row.getInt(2)))
        .forEach(entry -> counts.merge(entry.getKey(), entry.getValue(), Integer::sum));
    return counts;
  }
}

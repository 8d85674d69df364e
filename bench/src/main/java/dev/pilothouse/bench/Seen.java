package dev.pilothouse.bench;

import dev.pilothouse.testkit.ReceivedMail;
import dev.pilothouse.testkit.Recording;
import dev.pilothouse.testkit.RecordingSmtpServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was seen of effects where they land: by the servers out there, in the mailboxes, in our own
/// records. By event, since a chain makes one of each at most.
record Seen(
    Visits visits,
    Map<String, Integer> mailsArrived,
    Map<String, Integer> mailsActed,
    Map<String, Integer> tasks,
    Map<String, Integer> deals) {

  static Seen now(Rows rows, Outside outside, RecordingSmtpServer mail) {
    return new Seen(
        outside.visits(),
        bySubject(mail.arrived()),
        bySubject(mail.acted()),
        counts(rows, "select title, count(*) from task group by title"),
        counts(rows, "select id, version from deal"));
  }

  int acts(Effect effect) {
    return switch (effect.kind()) {
      case "mail.send" -> mailsActed.getOrDefault(effect.event(), 0);
      case "task.create" -> tasks.getOrDefault(effect.event(), 0);
      case "crm.update_deal" -> deals.getOrDefault(effect.event(), 0);
      default -> visits.acts(effect.name());
    };
  }

  int arrivals(Effect effect) {
    return switch (effect.kind()) {
      case "mail.send" -> mailsArrived.getOrDefault(effect.event(), 0);
      case "task.create", "crm.update_deal" -> acts(effect);
      default -> visits.arrivals(effect.name());
    };
  }

  /// Without those that were told to come later.
  int arrivalsForGood(Effect effect) {
    return effect.isHttp() ? visits.arrivalsForGood(effect.name()) : arrivals(effect);
  }

  /// It arrived, and its sender was not told that nothing was done.
  boolean leftInDoubt(Effect effect) {
    return effect.isHttp() && !visits.allRefused(effect.name());
  }

  /// Names of all effects that have arrived over HTTP.
  Set<String> names() {
    return visits.effects();
  }

  private static Map<String, Integer> bySubject(Recording<ReceivedMail> mails) {
    Map<String, Integer> counts = new HashMap<>();
    mails.all().forEach(mail -> counts.merge(mail.subject().orElse(""), 1, Integer::sum));
    return counts;
  }

  private static Map<String, Integer> counts(Rows rows, String sql) {
    Map<String, Integer> counts = new HashMap<>();
    List<Map.Entry<String, Integer>> found =
        rows.list(sql, row -> Map.entry(row.getString(1), row.getInt(2)));
    found.forEach(entry -> counts.merge(entry.getKey(), entry.getValue(), Integer::sum));
    return counts;
  }
}

package dev.pilothouse.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// What the ledger says of one step that touches the world.
///
/// @param name step and event, as the servers out there were told
/// @param result `completed`, `failed`, `skipped`, `unknown`; empty where there is none
record Effect(
    String run,
    String name,
    String event,
    String kind,
    String effectClass,
    boolean reserved,
    int attempts,
    String result,
    boolean runIsUnderWay) {
  private static final String ALL =
      """
      select s.run_id, s.step || '/' || j.source_id, j.source_id, s.kind,
             s.step, bool_or(s.phase = 0), max(s.attempt),
             coalesce(max(s.result), ''), r.state in ('queued', 'running', 'waiting', 'paused')
      from step_record s join run r on r.id = s.run_id join journal j on j.id = r.event_id
      where j.source = 'bench'
        and s.kind in ('http.request', 'mail.send', 'task.create', 'crm.update_deal')
      group by s.run_id, s.step, s.kind, j.source_id, r.state
      """;

  static List<Effect> all(Rows rows) {
    return rows.list(ALL, Effect::of);
  }

  boolean is(String wanted) {
    return result.equals(wanted);
  }

  boolean isHttp() {
    return kind.equals("http.request");
  }

  private static Effect of(ResultSet row) throws SQLException {
    return new Effect(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        classOf(row.getString(5)),
        row.getBoolean(6),
        row.getInt(7),
        row.getString(8),
        row.getBoolean(9));
  }

  /// As the chain's author meant it: what the ledger says of it is under proof.
  private static String classOf(String step) {
    String id = step.substring(step.lastIndexOf('.') + 1);
    return switch (id) {
      case "get" -> "pure";
      case "recon" -> "reconcilable";
      case "mail" -> "once";
      case "task", "deal" -> "transactional";
      default -> id;
    };
  }
}

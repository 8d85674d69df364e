package dev.pilothouse.stores;

import dev.pilothouse.model.Role;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Books.Notice;
import dev.pilothouse.spi.Books.Told;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tells people something, each of them in a row of their own. Works as the system: who is told may
/// not be seen by who tells.
final class NoticeBoard {
  private static final String OWNER = "owner";
  private static final String ROLE = "role:";
  private static final String PERSON = "person/";

  private final JdbcClient tx;
  private final TenantId tenant;
  private final String actor;
  private final Sender sender;

  private NoticeBoard(JdbcClient tx, TenantId tenant, String actor, Sender sender) {
    this.tx = tx;
    this.tenant = tenant;
    this.actor = actor;
    this.sender = sender;
  }

  /// Of the engine itself about a run.
  static NoticeBoard ofRun(JdbcClient tx, RunRef run) {
    return new NoticeBoard(tx, run.tenant(), "run/" + run.run(), Sender.of(tx, run.run()));
  }

  static NoticeBoard of(JdbcClient tx, Maker maker) {
    return new NoticeBoard(
        tx,
        maker.tenant(),
        maker.actor(),
        switch (maker) {
          case Maker.Step step -> Sender.of(tx, step.run().run());
          case Maker.Trial(_, var owner) -> new Sender(Optional.empty(), owner, "");
          case Maker.Hand _ -> Sender.NOBODY;
        });
  }

  Told pin(Notice notice) {
    String to = notice.to().equals(OWNER) ? sender.owner() : notice.to();
    int people = pin(notice, condition(to), value(to));
    return people > 0
        ? new Told(people, false)
        : new Told(pin(notice, "p.role = :value", Role.ADMIN.text()), true);
  }

  private static String condition(String to) {
    if (to.startsWith(ROLE)) {
      return "p.role = :value";
    }
    return to.startsWith(PERSON) ? "p.id::text = :value" : "p.email = lower(:value)";
  }

  private static String value(String to) {
    if (to.startsWith(ROLE)) {
      return to.substring(ROLE.length());
    }
    return to.startsWith(PERSON) ? to.substring(PERSON.length()) : to;
  }

  private int pin(Notice notice, String condition, String value) {
    return tx.sql(
            """
            insert into notification (tenant_id, person_id, addressed, text, subject, run_id, actor)
            select p.tenant_id, p.id, :addressed, :text, :about, :run, :actor
            from person p where p.tenant_id = :tenant and %s\
            """
                .formatted(condition))
        .param("tenant", tenant.value())
        .param("value", value)
        .param("addressed", notice.to())
        .param("text", notice.text())
        .param("about", notice.about().isEmpty() ? sender.about() : notice.about())
        .param("run", sender.run().orElse(null), Types.OTHER)
        .param("actor", actor)
        .update();
  }

  /// @param owner of the automation, as its author wrote it; who published it where the author
  ///   wrote none
  private record Sender(Optional<UUID> run, String owner, String about) {
    static final Sender NOBODY = new Sender(Optional.empty(), "", "");

    static Sender of(JdbcClient tx, RunId run) {
      return tx.sql(
              """
              select coalesce(nullif(v.definition->>'owner', ''), v.published_by) owner, j.subject
              from run r join journal j on j.id = r.event_id
                join automation_version v on v.automation_id = r.automation_id and v.hash = r.version
              where r.id = ?\
              """)
          .param(run.value())
          .query((row, _) ->
              new Sender(
                  Optional.of(run.value()), row.getString("owner"), row.getString("subject")))
          .single();
    }
  }
}

package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Publications.Change;
import dev.pilothouse.spi.Publications.Order;
import dev.pilothouse.spi.Publications.Publication;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What one order about an automation writes, in its transaction.
record PublicationWrites(JdbcClient tx, Order order) {
  /// The draft becomes a version. One that was published before keeps its number, its text and its
  /// note.
  void keepDraft() {
    tx.sql(
            """
            insert into automation_version
              (tenant_id, automation_id, hash, definition, source_format, source_text, number, note, published_by)
            select a.tenant_id, a.id, a.draft_hash, a.draft, a.source_format, a.source_text,
              (select coalesce(max(v.number), 0) + 1 from automation_version v where v.automation_id = a.id), :note, :actor
            from automation a where a.id = :id
            on conflict (automation_id, hash) do nothing\
            """)
        .param("id", order.automation().value())
        .param("note", order.note())
        .param("actor", order.actor())
        .update();
  }

  Named named(VersionId hash) {
    return tx.sql(
            """
            select hash, number, definition ->> 'name' as name from automation_version
            where automation_id = ? and hash = ?\
            """)
        .params(order.automation().value(), hash.hash())
        .query((row, _) -> new Named(AutomationRows.version(row), row.getString("name")))
        .single();
  }

  /// A version, and what the automation is called by it.
  record Named(NumberedVersion version, String name) {}

  /// What the version in force says of itself is what the automation is called from here on.
  void stand(AutomationState state, Optional<NumberedVersion> version) {
    tx.sql(
            """
            update automation a set state = :state, published = v.hash, changed_at = now(), changed_by = :actor,
              name = coalesce(v.definition ->> 'name', a.name),
              owner = case when v.hash is null then a.owner else coalesce(v.definition ->> 'owner', '') end,
              area = case when v.hash is null then a.area else coalesce(v.definition ->> 'area', '') end
            from automation b left join automation_version v on v.automation_id = b.id and v.hash = :hash
            where a.id = b.id and a.id = :id\
            """)
        .param("id", order.automation().value())
        .param("state", state.text())
        .param("hash", version.map(it -> it.hash().hash()).orElse(null))
        .param("actor", order.actor())
        .update();
  }

  /// In the order of commits: the row stays locked until this transaction has ended.
  long raiseEpoch() {
    return tx.sql(
            """
            insert into index_epoch (tenant_id, epoch) values (?, 1)
            on conflict (tenant_id) do update set epoch = index_epoch.epoch + 1
            returning epoch\
            """)
        .param(order.tenant().value())
        .query(Long.class)
        .single();
  }

  Publication tell(
      Change change, AutomationState state, Optional<NumberedVersion> version, long epoch) {
    return tx.sql(
            """
            insert into publication as p (tenant_id, automation_id, epoch, state, standing, hash, number, actor, note)
            values (:tenant, :automation, :epoch, :change, :state, :hash, :number, :actor, :note)
            returning %s\
            """
                .formatted(PublicationRows.COLUMNS))
        .param("tenant", order.tenant().value())
        .param("automation", order.automation().value())
        .param("epoch", epoch)
        .param("change", change.text())
        .param("state", state.text())
        .param("hash", version.map(it -> it.hash().hash()).orElse(null))
        .param("number", version.map(NumberedVersion::number).orElse(null))
        .param("actor", order.actor())
        .param("note", order.note())
        .query(PublicationRows::publication)
        .single();
  }
}

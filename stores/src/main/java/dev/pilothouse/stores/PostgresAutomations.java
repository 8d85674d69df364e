package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Matching;
import dev.pilothouse.spi.Matching.Index;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Automations, their drafts and versions, and the index that matching is made of.
public final class PostgresAutomations implements Automations, Matching.Source {
  private final Database database;

  public PostgresAutomations(Database database) {
    this.database = database;
  }

  @Override
  public Optional<AutomationId> create(TenantId tenant, String name, Json draft, String actor) {
    AutomationId id = AutomationId.next();
    int created =
        database.as(
            tenant,
            jdbc ->
                jdbc.sql(
                        """
                        insert into automation (id, tenant_id, name, draft, created_by)
                        values (:id, :tenant, :name, :draft::jsonb, :actor) on conflict do nothing\
                        """)
                    .param("id", id.value())
                    .param("tenant", tenant.value())
                    .param("name", name)
                    .param("draft", draft.text())
                    .param("actor", actor)
                    .update());
    return created == 1 ? Optional.of(id) : Optional.empty();
  }

  @Override
  public Optional<Automation> find(TenantId tenant, AutomationId id) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql("select * from automation where id = ?")
                .param(id.value())
                .query(PostgresAutomations::automation)
                .optional());
  }

  @Override
  public List<Automation> all(TenantId tenant) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql("select * from automation order by name")
                .query(PostgresAutomations::automation)
                .list());
  }

  @Override
  public Optional<AutomationVersion> publish(TenantId tenant, AutomationId id, String actor) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql("select * from automation where id = ? for update")
                .param(id.value())
                .query(PostgresAutomations::automation)
                .optional()
                .map(automation -> new Publishing(jdbc, tenant, actor).publish(automation)));
  }

  @Override
  public Index published(TenantId tenant) {
    return database
        .asSystem(jdbc ->
            PublishedVersions.read(jdbc.sql(PublishedVersions.OF_ONE).param(tenant.value())))
        .getOrDefault(tenant, new Index(0, List.of()));
  }

  /// Of every tenant that ever published, in one query: what a process reads at its start.
  public Map<TenantId, Index> published() {
    return database.asSystem(jdbc -> PublishedVersions.read(jdbc.sql(PublishedVersions.OF_ALL)));
  }

  private static Automation automation(ResultSet row, int number) throws SQLException {
    return new Automation(
        new AutomationId(Rows.id(row, "id")),
        row.getString("name"),
        new Json(row.getString("draft")),
        Rows.optionalText(row, "published").map(VersionId::new),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "changed_at"));
  }

  /// One publish, in its transaction.
  private record Publishing(JdbcClient jdbc, TenantId tenant, String actor) {

    /// The draft is hashed as the database gives it back: how its author spaced and ordered it
    /// makes no version of its own.
    AutomationVersion publish(Automation automation) {
      VersionId version = VersionId.of(automation.draft());
      if (!automation.published().equals(Optional.of(version))) {
        keep(automation, version);
        pointTo(automation.id(), version);
        raiseEpoch();
      }
      return new AutomationVersion(automation.id(), version, automation.name(), automation.draft());
    }

    /// A version that was published before keeps its number.
    private void keep(Automation automation, VersionId version) {
      jdbc.sql(
              """
              insert into automation_version (tenant_id, automation_id, hash, definition, number, published_by)
              select a.tenant_id, a.id, :hash, a.draft,
                (select coalesce(max(v.number), 0) + 1 from automation_version v where v.automation_id = a.id), :actor
              from automation a where a.id = :id
              on conflict do nothing\
              """)
          .param("id", automation.id().value())
          .param("hash", version.hash())
          .param("actor", actor)
          .update();
    }

    private void pointTo(AutomationId id, VersionId version) {
      jdbc.sql("update automation set published = ?, changed_at = now() where id = ?")
          .params(version.hash(), id.value())
          .update();
    }

    private void raiseEpoch() {
      jdbc.sql(
              """
              insert into index_epoch (tenant_id, epoch) values (?, 1)
              on conflict (tenant_id) do update set epoch = index_epoch.epoch + 1\
              """)
          .param(tenant.value())
          .update();
    }
  }
}

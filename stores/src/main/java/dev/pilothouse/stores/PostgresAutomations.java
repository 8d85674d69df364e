package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Automations;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Automations as their tenant may read them, and the drafts that it may write.
public final class PostgresAutomations implements Automations {
  private final Database database;

  public PostgresAutomations(Database database) {
    this.database = database;
  }

  @Override
  public Optional<AutomationId> create(TenantId tenant, String name, Draft draft, String actor) {
    AutomationId id = AutomationId.next();
    int created =
        database.as(
            tenant,
            jdbc ->
                jdbc.sql(
                        """
                        insert into automation (id, tenant_id, name, owner, area, draft, source_format, source_text, created_by, saved_by, changed_by)
                        select :id, :tenant, :name, coalesce(d.draft ->> 'owner', ''), coalesce(d.draft ->> 'area', ''),
                          d.draft, :format, :text, :actor, :actor, :actor
                        from (select :draft::jsonb draft) d
                        on conflict do nothing\
                        """)
                    .param("id", id.value())
                    .param("tenant", tenant.value())
                    .param("name", name)
                    .param("draft", draft.definition().text())
                    .param("format", draft.source().format().text())
                    .param("text", draft.source().text())
                    .param("actor", actor)
                    .update());
    return created == 1 ? Optional.of(id) : Optional.empty();
  }

  @Override
  public Optional<Drafted> find(TenantId tenant, AutomationId id) {
    return database.as(tenant, jdbc -> find(jdbc, id));
  }

  @Override
  public Optional<AutomationId> named(TenantId tenant, String name) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql("select id from automation where name = ? and state <> 'archived'")
                .param(name)
                .query((row, _) -> new AutomationId(Rows.id(row, "id")))
                .optional());
  }

  @Override
  public List<Automation> page(
      TenantId tenant, Filter filter, Optional<AutomationId> after, int limit) {
    return database.as(tenant, jdbc -> new AutomationSearch(filter).page(jdbc, after, limit));
  }

  @Override
  public Listeners listening(
      TenantId tenant, JournalEntry event, Optional<AutomationId> after, int look) {
    return database.as(tenant, jdbc -> new ListenerSearch(event).find(jdbc, after, look));
  }

  /// Whoever took the draft's name at the same moment has committed when this is tried again.
  @Override
  public Saved save(TenantId tenant, AutomationId id, String seen, Draft draft, String actor) {
    try {
      return saved(tenant, id, seen, draft, actor);
    } catch (DuplicateKeyException nameTaken) {
      return saved(tenant, id, seen, draft, actor);
    }
  }

  private Saved saved(TenantId tenant, AutomationId id, String seen, Draft draft, String actor) {
    return database.as(
        tenant,
        jdbc -> {
          lock(jdbc, id);
          Optional<Drafted> found = find(jdbc, id);
          if (found.isEmpty()) {
            return new Saved.NoSuch();
          }
          if (found.get().automation().state() == AutomationState.ARCHIVED) {
            return new Saved.Archived(found.get());
          }
          if (!found.get().draft().tag().equals(seen)) {
            return new Saved.Stale(found.get());
          }
          write(jdbc, id, draft, actor);
          return new Saved.Done(find(jdbc, id).orElseThrow());
        });
  }

  @Override
  public List<VersionRow> versions(
      TenantId tenant, AutomationId id, Optional<Integer> before, int limit) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql(
                    AutomationRows.VERSION_ROWS
                        + "where a.id = :id and v.number < :before order by v.number desc limit :limit")
                .param("id", id.value())
                .param("before", before.orElse(Integer.MAX_VALUE))
                .param("limit", limit)
                .query(AutomationRows::versionRow)
                .list());
  }

  @Override
  public Optional<Version> version(TenantId tenant, AutomationId id, int number) {
    return version(tenant, id, "v.number = ?", number);
  }

  @Override
  public Optional<Version> version(TenantId tenant, AutomationId id, VersionId hash) {
    return version(tenant, id, "v.hash = ?", hash.hash());
  }

  private Optional<Version> version(
      TenantId tenant, AutomationId id, String condition, Object value) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql(AutomationRows.VERSIONS + "where a.id = ? and " + condition)
                .params(id.value(), value)
                .query(AutomationRows::whole)
                .optional());
  }

  private static void lock(JdbcClient jdbc, AutomationId id) {
    jdbc.sql("select id from automation where id = ? for no key update")
        .param(id.value())
        .query((_, _) -> true)
        .list();
  }

  private static Optional<Drafted> find(JdbcClient jdbc, AutomationId id) {
    return jdbc.sql(AutomationRows.WITH_DRAFTS + "where a.id = ?")
        .param(id.value())
        .query(AutomationRows::drafted)
        .optional();
  }

  /// Name, owner and area follow the draft for as long as nothing was published; a name that does
  /// not fit or belongs to another stays in the draft alone.
  private static void write(JdbcClient jdbc, AutomationId id, Draft draft, String actor) {
    jdbc.sql(
            """
            update automation a set draft = d.draft, source_format = :format, source_text = :text,
              saved_at = now(), saved_by = :actor, changed_at = now(), changed_by = :actor,
              name = case when a.published is null and jsonb_typeof(d.draft -> 'name') = 'string' and length(trim(d.name)) > 0 and length(d.name) <= 200
                and not exists (select from automation o where o.name = d.name and o.id <> a.id and o.state <> 'archived')
                then d.name else a.name end,
              owner = case when a.published is null then coalesce(d.draft ->> 'owner', '') else a.owner end,
              area = case when a.published is null then coalesce(d.draft ->> 'area', '') else a.area end
            from (select draft, draft ->> 'name' from (select :draft::jsonb draft) g) d(draft, name)
            where a.id = :id\
            """)
        .param("id", id.value())
        .param("draft", draft.definition().text())
        .param("format", draft.source().format().text())
        .param("text", draft.source().text())
        .param("actor", actor)
        .update();
  }
}

package dev.pilothouse.stores;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.StoredRecord;
import dev.pilothouse.model.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/// Where records of a kind lie. All tables are of one shape; what records show of others is joined
/// to them, so that it is never old.
///
/// @param joins the other records
/// @param shown pairs of a field and what it shows
record RecordTable(RecordKind kind, String joins, String shown) {
  private static final String WITH_COMPANY =
      " left join company co on co.tenant_id = r.tenant_id and co.id = r.company_id";
  private static final String WITH_CONTACT =
      " left join contact pe on pe.tenant_id = r.tenant_id and pe.id = r.contact_id";

  static RecordTable of(RecordKind kind) {
    return switch (kind) {
      case CONTACT -> new RecordTable(kind, WITH_COMPANY, "'company', co.name");
      case DEAL ->
          new RecordTable(
              kind,
              WITH_COMPANY + WITH_CONTACT,
              "'company', co.name, 'contact', coalesce(pe.fields->>'name', pe.email)");
      case COMPANY, TASK, ACTIVITY -> new RecordTable(kind, "", "");
    };
  }

  /// A record under the lock of this transaction.
  ///
  /// @param own fields, without what others show in it
  record Row(RecordRef ref, ObjectNode own, Json record, long version) {}

  Optional<StoredRecord> find(JdbcClient jdbc, TenantId tenant, String id) {
    return jdbc.sql(selectFrom(name()) + " where r.tenant_id = :tenant and r.id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .query(this::stored)
        .optional();
  }

  /// Locked, so that before and after belong together.
  Optional<Row> lock(JdbcClient tx, TenantId tenant, String id) {
    return tx.sql(
            selectFrom(name())
                + " where r.tenant_id = :tenant and r.id = :id for no key update of r")
        .param("tenant", tenant.value())
        .param("id", id)
        .query(this::row)
        .optional();
  }

  /// Empty where there is one of this id.
  Optional<Row> insert(
      JdbcClient tx, TenantId tenant, RecordRef record, ObjectNode fields, String by) {
    return tx.sql(
            """
            with r as (insert into %s (tenant_id, id, fields, created_by)
              values (:tenant, :id, :fields::jsonb, :by) on conflict do nothing returning *)
            """
                    .formatted(name())
                + selectFrom("r"))
        .param("tenant", tenant.value())
        .param("id", record.id())
        .param("fields", fields.toString())
        .param("by", by)
        .query(this::row)
        .optional();
  }

  Row update(JdbcClient tx, TenantId tenant, RecordRef record, ObjectNode fields) {
    return tx.sql(
            """
            with r as (update %s set fields = :fields::jsonb, version = version + 1, changed_at = now()
              where tenant_id = :tenant and id = :id returning *)
            """
                    .formatted(name())
                + selectFrom("r"))
        .param("tenant", tenant.value())
        .param("id", record.id())
        .param("fields", fields.toString())
        .query(this::row)
        .single();
  }

  String selectFrom(String rows) {
    return "select r.tenant_id, r.id, r.position, r.fields, "
        + record()
        + " record, r.version, r.created_by, r.created_at, r.changed_at from "
        + (rows.equals("r") ? "r" : rows + " r")
        + joins;
  }

  /// What a search for words looks through.
  String words() {
    String words = "lower(r.id) || ' ' || r.words";
    return joins.contains(WITH_COMPANY) ? words + " || ' ' || lower(coalesce(co.name, ''))" : words;
  }

  StoredRecord stored(ResultSet row, int number) throws SQLException {
    return new StoredRecord(
        new RecordRef(kind, row.getString("id")),
        row.getLong("position"),
        new Json(row.getString("record")),
        row.getLong("version"),
        row.getString("created_by"),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "changed_at"));
  }

  private Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        new RecordRef(kind, row.getString("id")),
        JsonObjects.of(new Json(row.getString("fields"))),
        new Json(row.getString("record")),
        row.getLong("version"));
  }

  private String name() {
    return kind.text();
  }

  private String record() {
    String own = "jsonb_build_object('id', r.id) || r.fields";
    return shown.isEmpty() ? own : own + " || jsonb_strip_nulls(jsonb_build_object(" + shown + "))";
  }
}

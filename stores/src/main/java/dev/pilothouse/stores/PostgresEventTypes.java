package dev.pilothouse.stores;

import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.EventTypes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// Types of events as rows, one for each that has come to a tenant.
public final class PostgresEventTypes implements EventTypes {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Database database;
  private final int most;

  public PostgresEventTypes(Database database) {
    this(database, EventTypeRows.MOST);
  }

  /// @param most that were learnt, of one tenant
  PostgresEventTypes(Database database, int most) {
    this.database = database;
    this.most = most;
  }

  @Override
  public List<Seen> page(TenantId tenant, String beginning, Optional<String> after, int limit) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql(
                    """
                    select type, seen, first_seen, last_seen, newest from event_type
                    where tenant_id = :tenant and starts_with(type, :beginning) and type > :after
                    order by type limit :limit\
                    """)
                .param("tenant", tenant.value())
                .param("beginning", beginning)
                .param("after", after.orElse(""))
                .param("limit", limit)
                .query(PostgresEventTypes::seen)
                .list());
  }

  @Override
  public Optional<Whole> find(TenantId tenant, String type) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql("select * from event_type where tenant_id = ? and type = ?")
                .params(tenant.value(), type)
                .query((row, number) ->
                    new Whole(
                        seen(row, number),
                        sources(row),
                        Rows.optionalText(row, "shape").map(Json::new)))
                .optional());
  }

  @Override
  public List<String> learnt(TenantId tenant) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql("select type from event_type where tenant_id = ? and shape is not null")
                .param(tenant.value())
                .query(String.class)
                .list());
  }

  @Override
  public void add(TenantId tenant, Collection<Sighting> sightings) {
    database.asSystem(tx -> {
      new EventTypeRows(tx, tenant, most).add(List.copyOf(sightings));
      return true;
    });
  }

  static Set<String> sources(ResultSet row) throws SQLException {
    Set<String> sources = new LinkedHashSet<>();
    JSON.readTree(row.getString("sources")).forEach(source -> sources.add(source.asString("")));
    return sources;
  }

  static String json(Set<String> sources) {
    return JSON.writeValueAsString(sources);
  }

  private static Seen seen(ResultSet row, int number) throws SQLException {
    return new Seen(
        row.getString("type"),
        row.getLong("seen"),
        Rows.instant(row, "first_seen"),
        Rows.instant(row, "last_seen"),
        new EventId(Rows.id(row, "newest")));
  }
}

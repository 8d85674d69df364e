package dev.pilothouse.stores;

import static java.util.stream.Collectors.toMap;

import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Actors;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// People and keys by their names.
public final class PostgresActors implements Actors {
  private static final String NAMES =
      "select a.actor, %s from unnest(?::text[]) a(actor)".formatted(ActorNames.of("a", "actor"));

  private static final String KNOWN =
      """
      (select 'person/' || id actor, name actor_name from person order by created_at desc limit 1000)
      union all (select 'key/' || id, name from api_key order by created_at desc limit 1000)\
      """;

  private final Database database;

  public PostgresActors(Database database) {
    this.database = database;
  }

  @Override
  public Map<String, String> names(TenantId tenant, Set<String> actors) {
    return database.as(tenant, jdbc -> named(jdbc.sql(NAMES).param(actors.toArray(String[]::new))));
  }

  @Override
  public Map<String, String> known(TenantId tenant) {
    return database.as(tenant, jdbc -> named(jdbc.sql(KNOWN)));
  }

  private static Map<String, String> named(StatementSpec asked) {
    return asked
        .query((row, _) -> Map.entry(row.getString("actor"), row.getString("actor_name")))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}

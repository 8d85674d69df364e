package dev.pilothouse.stores;

import static java.util.stream.Collectors.toMap;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.EventTypes.Sighting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Adds to what is known of a tenant's types of events, within one transaction. A sender who makes
/// up types without end costs no more rows than there may be, and those that were seen often stay.
final class EventTypeRows {
  /// Of one tenant, beside those that are declared.
  static final int MOST = 1_000;

  static final int LONGEST_TYPE = 200;
  static final int MOST_SOURCES = 8;

  private final JdbcClient tx;
  private final TenantId tenant;
  private final int most;

  EventTypeRows(JdbcClient tx, TenantId tenant, int most) {
    this.tx = tx;
    this.tenant = tenant;
    this.most = most;
  }

  void add(List<Sighting> sightings) {
    lock();
    Map<String, Known> known = known(sightings);
    List<Sighting> kept = new ArrayList<>();
    List<Sighting> fresh = new ArrayList<>();
    for (Sighting sighting : sightings) {
      if (sighting.declared() || known.containsKey(sighting.seen().type())) {
        kept.add(sighting);
      } else if (canBegin(sighting)) {
        fresh.add(sighting);
      }
    }
    write(kept, known);
    write(fresh.subList(0, room(fresh.size())), known);
  }

  /// What has no shape is taken for declared.
  private static boolean canBegin(Sighting sighting) {
    return sighting.shaping().isPresent() && sighting.seen().type().length() <= LONGEST_TYPE;
  }

  /// Of two processes one adds after the other, so that neither writes over the other's shapes.
  private void lock() {
    tx.sql("select pg_advisory_xact_lock(hashtext('pilothouse.event-types'), hashtext(?))")
        .param(tenant.toString())
        .query((_, _) -> true)
        .single();
  }

  private record Known(String type, Optional<Json> shape, Set<String> sources) {}

  private Map<String, Known> known(List<Sighting> sightings) {
    return tx
        .sql(
            "select type, shape, sources from event_type where tenant_id = :tenant and type = any(:types)")
        .param("tenant", tenant.value())
        .param("types", Columns.texts(sightings, sighting -> sighting.seen().type()))
        .query((row, _) ->
            new Known(
                row.getString("type"),
                Rows.optionalText(row, "shape").map(Json::new),
                PostgresEventTypes.sources(row)))
        .list()
        .stream()
        .collect(toMap(Known::type, Function.identity()));
  }

  /// For how many of those that are wanted, once those that hardly ever came have gone for them.
  private int room(int wanted) {
    if (wanted == 0) {
      return 0;
    }
    int learnt =
        tx.sql("select count(*) from event_type where tenant_id = ? and shape is not null")
            .param(tenant.value())
            .query(Integer.class)
            .single();
    int missing = wanted - (most - learnt);
    return missing <= 0 ? wanted : Math.max(0, most - learnt + forget(Math.min(missing, wanted)));
  }

  private int forget(int rare) {
    return tx.sql(
            """
            delete from event_type where (tenant_id, type) in (
              select tenant_id, type from event_type
              where tenant_id = :tenant and shape is not null and seen <= 2 order by last_seen limit :rare)\
            """)
        .param("tenant", tenant.value())
        .param("rare", rare)
        .update();
  }

  private record Merged(Sighting sighting, Optional<Json> shape, Set<String> sources) {}

  private static Merged merged(Sighting sighting, Map<String, Known> all) {
    Optional<Known> known = Optional.ofNullable(all.get(sighting.seen().type()));
    Optional<Json> shape = known.flatMap(Known::shape);
    Set<String> sources = new LinkedHashSet<>();
    Stream.concat(known.stream().flatMap(it -> it.sources().stream()), sighting.sources().stream())
        .distinct()
        .limit(MOST_SOURCES)
        .forEach(sources::add);
    return new Merged(sighting, sighting.shaping().map(it -> it.with(shape)), sources);
  }

  private void write(List<Sighting> sightings, Map<String, Known> known) {
    if (!sightings.isEmpty()) {
      write(sightings.stream().map(sighting -> merged(sighting, known)).toList());
    }
  }

  private void write(List<Merged> rows) {
    tx.sql(
            """
            insert into event_type as e (tenant_id, type, seen, first_seen, last_seen, newest, sources, shape)
            select :tenant, type, seen, first, last, newest, sources::jsonb, shape::jsonb
            from unnest(:types::text[], :counts::bigint[], :firsts::timestamptz[], :lasts::timestamptz[], :newest::uuid[],
              :sources::text[], :shapes::text[]) t(type, seen, first, last, newest, sources, shape)
            on conflict (tenant_id, type) do update set
              seen = e.seen + excluded.seen, last_seen = greatest(e.last_seen, excluded.last_seen),
              first_seen = least(e.first_seen, excluded.first_seen), newest = excluded.newest, sources = excluded.sources,
              shape = coalesce(excluded.shape, e.shape)\
            """)
        .param("tenant", tenant.value())
        .param("types", Columns.texts(rows, row -> row.sighting().seen().type()))
        .param("counts", Columns.longs(rows, row -> row.sighting().seen().count()))
        .param("firsts", Columns.instants(rows, row -> row.sighting().seen().first()))
        .param("lasts", Columns.instants(rows, row -> row.sighting().seen().last()))
        .param("newest", Columns.texts(rows, row -> row.sighting().seen().newest().toString()))
        .param("sources", Columns.texts(rows, row -> PostgresEventTypes.json(row.sources())))
        .param("shapes", Columns.optionalTexts(rows, row -> row.shape().map(Json::text)))
        .update();
  }
}

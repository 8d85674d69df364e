package dev.pilothouse.stores;

import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal.Filter;
import dev.pilothouse.spi.Journal.Mark;
import dev.pilothouse.spi.Journal.Marked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One search in the journal; conditions that were not asked for are not in its statement, so that
/// indexes serve the rest.
final class EntrySearch {
  /// As the index is written, or it would not serve. Whoever calls itself by our name from outside
  /// cannot know the id that we give.
  private static final String DEEDS =
      """
      source = 'pilothouse' and source_id = id::text
        and type not in ('run.started', 'run.waiting', 'run.finished', 'run.failed', 'run.cancelled')\
      """;

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  /// By which it is done one after the other; empty where another way serves.
  private Optional<List<String>> types = Optional.empty();

  EntrySearch(Filter filter) {
    if (isFamily(filter)) {
      where("starts_with(type, :type)", "type", beginning(filter));
    } else {
      whereNotEmpty("type = :type", "type", filter.type());
    }
    whereNotEmpty("subject = :subject and subject <> ''", "subject", filter.subject());
    whereNotEmpty("source = :source", "source", filter.source());
    wherePresent("recorded_at >= :from", "from", filter.from());
    wherePresent("recorded_at < :until", "until", filter.until());
    // As the index is written, or it would not serve.
    filter
        .writtenBy()
        .ifPresent(
            run -> where("cause_run = :run and subject not like 'run/%'", "run", run.value()));
  }

  private static boolean isFamily(Filter filter) {
    return filter.type().endsWith("*");
  }

  private static String beginning(Filter filter) {
    return filter.type().substring(0, filter.type().length() - 1);
  }

  /// Reads little more than it finds: times become places, and a family the types that are in it,
  /// so that an index leads to what is asked for.
  static EntrySearch of(Filter filter, JdbcClient jdbc, TenantId tenant) {
    EntryPlaces places = new EntryPlaces(jdbc, tenant);
    EntrySearch search = new EntrySearch(filter);
    filter
        .from()
        .ifPresent(time -> search.where("position >= :first", "first", places.before(time)));
    filter.until().ifPresent(time -> search.where("position < :end", "end", places.after(time)));
    if (isFamily(filter) && filter.subject().isEmpty() && filter.writtenBy().isEmpty()) {
      search.types = new EntryTypes(jdbc, tenant).beginningWith(beginning(filter));
    }
    return search;
  }

  static EntrySearch deeds() {
    EntrySearch search = new EntrySearch(Filter.ALL);
    search.conditions.add(DEEDS);
    return search;
  }

  List<JournalEntry> newest(JdbcClient jdbc, Optional<Long> cursor, int limit) {
    cursor.ifPresent(position -> where("position < :cursor", "cursor", position));
    return types
        .map(each -> selectEach(jdbc, each, limit))
        .orElseGet(() -> select(jdbc, "order by position desc", limit))
        .query(EntryRows::journalEntry)
        .list();
  }

  /// Stops at the oldest transaction that is still open: it may have drawn a place before what is
  /// visible already, and a reader that had passed it would never see its entries.
  List<Marked> after(JdbcClient jdbc, Mark mark, int limit) {
    conditions.add("xid < pg_snapshot_xmin(pg_current_snapshot())");
    where("(xid, position) > (:transaction::xid8, :position)", "position", mark.position());
    values.put("transaction", Long.toString(mark.transaction()));
    return select(jdbc, "order by xid, position", limit).query(EntryRows::marked).list();
  }

  static Mark now(JdbcClient jdbc) {
    String open =
        jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
            .query(String.class)
            .single();
    return new Mark(Long.parseLong(open) - 1, Long.MAX_VALUE);
  }

  /// The newest of each type, and of these the newest.
  private JdbcClient.StatementSpec selectEach(JdbcClient jdbc, List<String> each, int limit) {
    conditions.add("journal.type = t.type");
    return jdbc.sql(
            """
            select e.* from unnest(:types::text[]) t (type) cross join lateral (
              select * from journal %sorder by position desc limit :limit) e
            order by e.position desc limit :limit\
            """
                .formatted(conditionsInWhere()))
        .params(values)
        .param("types", each.toArray(String[]::new))
        .param("limit", limit);
  }

  private JdbcClient.StatementSpec select(JdbcClient jdbc, String order, int limit) {
    return jdbc.sql("select * from journal " + conditionsInWhere() + order + " limit :limit")
        .params(values)
        .param("limit", limit);
  }

  private String conditionsInWhere() {
    return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions) + " ";
  }

  private void whereNotEmpty(String condition, String name, String value) {
    if (!value.isEmpty()) {
      where(condition, name, value);
    }
  }

  private void wherePresent(String condition, String name, Optional<Instant> value) {
    value.ifPresent(instant -> where(condition, name, Rows.utc(instant)));
  }

  private void where(String condition, String name, Object value) {
    conditions.add(condition);
    values.put(name, value);
  }
}

package dev.pilothouse.stores;

import dev.pilothouse.spi.Journal.KeptRefusal;
import dev.pilothouse.spi.Journal.Refusal;
import dev.pilothouse.spi.Journal.RefusedFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One search among the deliveries that were refused; conditions that were not asked for are not in
/// its statement, so that the index serves the rest.
final class RefusedSearch {
  /// A source that sent nothing wrong would else cost a look at all that others did.
  private static final int MOST_LOOKED_AT = 10_000;

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final String source;

  /// A cursor whose row was forgotten meanwhile ends the list: what came before it is gone as well.
  RefusedSearch(RefusedFilter filter, Optional<Long> cursor) {
    source = filter.source();
    filter.from().ifPresent(time -> where("received_at >= :from", "from", Rows.utc(time)));
    filter.until().ifPresent(time -> where("received_at < :until", "until", Rows.utc(time)));
    cursor.ifPresent(number ->
        where(
            "(received_at, id) < ((select received_at from refused_delivery where id = :cursor), :cursor)",
            "cursor",
            number));
  }

  List<KeptRefusal> newest(JdbcClient jdbc, int limit) {
    return jdbc.sql(
            """
            select * from (select * from refused_delivery %sorder by received_at desc, id desc limit %d) looked
            where :source in ('', source) order by received_at desc, id desc limit :limit\
            """
                .formatted(conditionsInWhere(), MOST_LOOKED_AT))
        .params(values)
        .param("source", source)
        .param("limit", limit)
        .query(RefusedSearch::kept)
        .list();
  }

  private String conditionsInWhere() {
    return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions) + " ";
  }

  private void where(String condition, String name, Object value) {
    conditions.add(condition);
    values.put(name, value);
  }

  private static KeptRefusal kept(ResultSet row, int number) throws SQLException {
    return new KeptRefusal(
        row.getLong("id"),
        Rows.instant(row, "received_at"),
        new Refusal(
            row.getString("actor"),
            row.getString("source"),
            row.getString("source_id"),
            row.getString("type"),
            row.getInt("status"),
            row.getString("reason"),
            row.getLong("bytes")));
  }
}

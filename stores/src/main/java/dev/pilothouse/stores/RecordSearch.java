package dev.pilothouse.stores;

import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.StoredRecord;
import dev.pilothouse.spi.Records.Search;
import dev.pilothouse.stores.FieldRule.Fit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.StringNode;

/// One search for records; conditions that were not asked for are not in its statement, so that
/// indexes serve the rest.
final class RecordSearch {
  private static final String OVERDUE = "overdue";

  private final RecordKind kind;
  private final RecordTable table;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  RecordSearch(RecordKind kind, Search search) {
    this.kind = kind;
    table = RecordTable.of(kind);
    Arrays.stream(search.words().toLowerCase(Locale.ROOT).split("\\s+"))
        .filter(word -> !word.isEmpty())
        .forEach(word -> where("strpos(%s, :%%s) > 0".formatted(table.words()), word));
    filters(kind).stream()
        .filter(search.filters()::containsKey)
        .forEach(name -> narrow(name, search.filters().getOrDefault(name, "")));
  }

  static List<String> filters(RecordKind kind) {
    return switch (kind) {
      case CONTACT -> List.of("email", "company_id", "owner");
      case COMPANY -> List.of("domain", "owner");
      case DEAL -> List.of("stage", "company_id", "contact_id", "owner");
      case TASK -> List.of("state", "assignee", "subject", OVERDUE);
      case ACTIVITY -> List.of("subject", "kind");
    };
  }

  List<StoredRecord> newest(JdbcClient jdbc, Optional<Long> cursor, int limit) {
    cursor.ifPresent(position -> where("r.position < :%s", position));
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return jdbc.sql(
            table.selectFrom(kind.text()) + where + " order by r.position desc limit :limit")
        .params(values)
        .param("limit", limit)
        .query(table::stored)
        .list();
  }

  private void narrow(String name, String value) {
    if (name.equals(OVERDUE)) {
      conditions.add(
          "coalesce(r.state = 'open' and r.due_at <= now(), false) = " + value.equals("true"));
    } else {
      where("%s = :%%s".formatted(column(name)), asKept(name, value));
    }
  }

  /// Those that other records are joined by have a column of their own.
  private static String column(String field) {
    return field.endsWith("_id") || field.equals("email")
        ? "r." + field
        : "r.fields->>'" + field + "'";
  }

  /// In the form in which the field is kept, such as an address in lower case.
  private String asKept(String name, String value) {
    return RecordShape.of(kind).rule(name).fit(StringNode.valueOf(value))
            instanceof Fit.Kept(var kept)
        ? kept.asString()
        : value;
  }

  /// @param condition with `%s` for the name of the value
  private void where(String condition, Object value) {
    String name = "v" + values.size();
    conditions.add(condition.formatted(name));
    values.put(name, value);
  }
}

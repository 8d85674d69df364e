package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationState;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Automations.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One search among automations; what was not asked for is not in its statement.
final class AutomationSearch {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  AutomationSearch(Filter filter) {
    where(
        "a.state = any(:states)",
        "states",
        Columns.texts(List.copyOf(filter.states()), AutomationState::text));
    whereNotEmpty("a.owner = :owner", "owner", filter.owner());
    whereNotEmpty("a.area = :area", "area", filter.area());
    whereNotEmpty(
        "(strpos(lower(a.name), lower(:text)) > 0 or strpos(lower(a.draft ->> 'description'), lower(:text)) > 0)",
        "text",
        filter.text());
  }

  List<Automation> page(JdbcClient jdbc, Optional<AutomationId> after, int limit) {
    after.ifPresent(last ->
        where(
            "(a.name, a.id) > (select l.name, l.id from automation l where l.id = :after)",
            "after",
            last.value()));
    return jdbc.sql(
            AutomationRows.AUTOMATIONS
                + "where "
                + String.join(" and ", conditions)
                + " order by a.name, a.id limit :limit")
        .params(values)
        .param("limit", limit)
        .query(AutomationRows::automation)
        .list();
  }

  private void whereNotEmpty(String condition, String name, String value) {
    if (!value.isEmpty()) {
      where(condition, name, value);
    }
  }

  private void where(String condition, String name, Object value) {
    conditions.add(condition);
    values.put(name, value);
  }
}

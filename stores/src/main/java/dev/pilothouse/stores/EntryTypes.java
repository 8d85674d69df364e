package dev.pilothouse.stores;

import dev.pilothouse.model.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The types of all that stands in a tenant's journal, found without reading it: from one type to
/// the next is one stride of the index.
record EntryTypes(JdbcClient jdbc, TenantId tenant) {
  /// Whoever makes up types without end pays for it in their own searches.
  private static final int MOST_STRIDES = 500;

  /// Each of them is searched by itself.
  private static final int MOST_SEARCHED = 100;

  private static final String STRIDES =
      """
      with recursive found (type, stride) as (
        (select type, 1 from journal where tenant_id = :tenant order by type limit 1)
        union all
        select n.type, f.stride + 1 from found f cross join lateral (
          select j.type from journal j where j.tenant_id = :tenant and j.type > f.type order by j.type limit 1) n
        where f.stride <= :most)
      select type from found\
      """;

  /// Empty where they are too many to be searched one by one.
  Optional<List<String>> beginningWith(String beginning) {
    List<String> all =
        jdbc.sql(STRIDES)
            .param("tenant", tenant.value())
            .param("most", MOST_STRIDES)
            .query((row, _) -> row.getString("type"))
            .list();
    List<String> meant = all.stream().filter(type -> type.startsWith(beginning)).toList();
    return all.size() > MOST_STRIDES || meant.size() > MOST_SEARCHED
        ? Optional.empty()
        : Optional.of(meant);
  }
}

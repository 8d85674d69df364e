package dev.pilothouse.spi;

import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.StoredRecord;
import dev.pilothouse.model.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The records of one tenant, for reading.
public interface Records {
  Optional<StoredRecord> find(TenantId tenant, RecordRef record);

  /// Newest first, before `cursor`, which is the position of the last one seen.
  List<StoredRecord> page(
      TenantId tenant, RecordKind kind, Search search, Optional<Long> cursor, int limit);

  /// What a list of this kind can be narrowed by, beside words.
  List<String> filters(RecordKind kind);

  /// @param words each of them occurs somewhere in the record; empty for all
  /// @param filters what the record must have, by names of [#filters]
  record Search(String words, Map<String, String> filters) {
    public static final Search ALL = new Search("", Map.of());

    public Search {
      filters = Map.copyOf(filters);
    }
  }
}

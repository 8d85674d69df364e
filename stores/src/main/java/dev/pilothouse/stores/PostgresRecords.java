package dev.pilothouse.stores;

import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.StoredRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Records;
import java.util.List;
import java.util.Optional;

/// Records as their tenant may read them.
public final class PostgresRecords implements Records {
  private final Database database;

  public PostgresRecords(Database database) {
    this.database = database;
  }

  @Override
  public Optional<StoredRecord> find(TenantId tenant, RecordRef record) {
    return database.as(
        tenant, jdbc -> RecordTable.of(record.kind()).find(jdbc, tenant, record.id()));
  }

  @Override
  public List<StoredRecord> page(
      TenantId tenant, RecordKind kind, Search search, Optional<Long> cursor, int limit) {
    return database.as(tenant, jdbc -> new RecordSearch(kind, search).newest(jdbc, cursor, limit));
  }

  @Override
  public List<String> filters(RecordKind kind) {
    return RecordSearch.filters(kind);
  }
}

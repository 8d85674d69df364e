package dev.pilothouse.stores;

import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Matching;
import dev.pilothouse.spi.Matching.Changes;
import dev.pilothouse.spi.Matching.Index;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The index that matching is made of: what is published, with the epoch it belongs to.
public final class PostgresIndex implements Matching.Source {
  private final Database database;

  public PostgresIndex(Database database) {
    this.database = database;
  }

  @Override
  public Index published(TenantId tenant) {
    return database
        .asSystem(jdbc ->
            PublishedVersions.read(jdbc.sql(PublishedVersions.OF_ONE).param(tenant.value())))
        .getOrDefault(tenant, new Index(0, List.of()));
  }

  @Override
  public Optional<Changes> changed(TenantId tenant, long since) {
    return database.asSystem(jdbc -> ChangedVersions.read(jdbc, tenant, since));
  }

  /// Of every tenant that ever published, in one query: what a process reads at its start.
  public Map<TenantId, Index> published() {
    return database.asSystem(jdbc -> PublishedVersions.read(jdbc.sql(PublishedVersions.OF_ALL)));
  }
}

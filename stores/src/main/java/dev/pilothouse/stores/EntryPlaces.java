package dev.pilothouse.stores;

import dev.pilothouse.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds a time among the positions of the journal without reading what lies between. A position is
/// drawn within the transaction whose beginning its entry tells as its time: the two orders differ
/// by no more than such a transaction lasts.
final class EntryPlaces {
  /// Far more than any does.
  static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(1);

  private record Place(long position, Instant recordedAt) {}

  private final JdbcClient jdbc;
  private final TenantId tenant;

  EntryPlaces(JdbcClient jdbc, TenantId tenant) {
    this.jdbc = jdbc;
    this.tenant = tenant;
  }

  /// Before it stand all entries that were recorded before that time, and few others.
  long after(Instant time) {
    Instant certain = time.plus(LONGEST_TRANSACTION);
    return lastUpTo(Long.MAX_VALUE)
        .map(last ->
            last.recordedAt().isBefore(certain)
                ? last.position() + 1
                : between(0, last.position(), certain))
        .orElse(0L);
  }

  /// From it on stand all entries that were recorded at that time or later, and few others: what
  /// stands before an entry was recorded no later than the longest transaction after it.
  long before(Instant time) {
    return after(time.minus(LONGEST_TRANSACTION.multipliedBy(2)));
  }

  /// @param early none up to here is later than that
  /// @param late the last one up to here is
  private long between(long early, long late, Instant certain) {
    long before = early;
    long after = late;
    while (after - before > 1) {
      long middle = before + (after - before) / 2;
      Optional<Place> later =
          lastUpTo(middle).filter(place -> !place.recordedAt().isBefore(certain));
      before = later.isEmpty() ? middle : before;
      after = later.map(Place::position).orElse(after);
    }
    return after;
  }

  private Optional<Place> lastUpTo(long position) {
    return jdbc.sql(
            """
            select position, recorded_at from journal where tenant_id = ? and position <= ? order by position desc limit 1\
            """)
        .params(tenant.value(), position)
        .query((row, _) -> new Place(row.getLong("position"), Rows.instant(row, "recorded_at")))
        .optional();
  }
}

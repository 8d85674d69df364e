package dev.pilothouse.stores;

import dev.pilothouse.model.KeptText;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal.Refusal;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;

/// Deliveries that were refused, kept for those who ask where they went.
final class RefusedDeliveries {
  /// Whoever is refused may have sent anything: no more of it is kept than helps to find it.
  private static final int LONGEST = 1_000;

  private final Database database;
  private final RefusalRate rate;
  private final LongAdder kept = new LongAdder();
  private final LongAdder countedOnly = new LongAdder();

  RefusedDeliveries(Database database, RefusalRate rate) {
    this.database = database;
    this.rate = rate;
  }

  void reportTo(MeterRegistry meters) {
    counter("true", kept).register(meters);
    counter("false", countedOnly).register(meters);
  }

  void keep(TenantId tenant, Refusal refusal) {
    if (rate.allows(tenant)) {
      insert(tenant, refusal);
      kept.increment();
    } else {
      countedOnly.increment();
    }
  }

  long countedOnly() {
    return countedOnly.sum();
  }

  private void insert(TenantId tenant, Refusal refusal) {
    database.asSystem(jdbc ->
        jdbc.sql(
                """
                insert into refused_delivery (tenant_id, actor, source, source_id, type, status, reason, bytes)
                values (:tenant, :actor, :source, :sourceId, :type, :status, :reason, :bytes)\
                """)
            .param("tenant", tenant.value())
            .param("actor", refusal.actor())
            .param("source", storable(refusal.source()))
            .param("sourceId", storable(refusal.sourceId()))
            .param("type", storable(refusal.type()))
            .param("status", refusal.status())
            .param("reason", storable(refusal.reason()))
            .param("bytes", refusal.bytes())
            .update());
  }

  private static String storable(String text) {
    return KeptText.of(text.substring(0, Math.min(text.length(), LONGEST)));
  }

  private static FunctionCounter.Builder<LongAdder> counter(String kept, LongAdder count) {
    return FunctionCounter.builder("pilothouse.deliveries.refused", count, LongAdder::sum)
        .description("Deliveries refused; those beyond the rate are counted and not kept")
        .tag("kept", kept);
  }
}

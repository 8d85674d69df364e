package dev.pilothouse.builderapi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Glances;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Tells of those automations that were put here.
final class GlancesFake implements Glances {
  final Map<AutomationId, Glance> glances = new ConcurrentHashMap<>();

  @Override
  public List<Glance> of(TenantId tenant, List<AutomationId> automations, Instant since) {
    return automations.stream()
        .flatMap(id -> Optional.ofNullable(glances.get(id)).stream())
        .toList();
  }
}

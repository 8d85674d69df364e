package dev.pilothouse.builderapi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Automations;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Automations in memory, by name.
final class AutomationsFake implements Automations {
  private final Map<String, Automation> byName = new ConcurrentHashMap<>();

  @Override
  public Optional<AutomationId> create(TenantId tenant, String name, Json draft, String actor) {
    Instant now = Instant.now();
    Automation made = new Automation(AutomationId.next(), name, draft, Optional.empty(), now, now);
    return byName.putIfAbsent(name, made) == null ? Optional.of(made.id()) : Optional.empty();
  }

  @Override
  public Optional<Automation> find(TenantId tenant, AutomationId id) {
    return byName.values().stream().filter(it -> it.id().equals(id)).findFirst();
  }

  @Override
  public List<Automation> all(TenantId tenant) {
    return byName.values().stream().sorted(Comparator.comparing(Automation::name)).toList();
  }

  @Override
  public Optional<AutomationVersion> publish(TenantId tenant, AutomationId id, String actor) {
    return find(tenant, id).map(this::published);
  }

  private AutomationVersion published(Automation it) {
    VersionId version = VersionId.of(it.draft());
    byName.put(
        it.name(),
        new Automation(
            it.id(), it.name(), it.draft(), Optional.of(version), it.createdAt(), Instant.now()));
    return new AutomationVersion(it.id(), version, it.name(), it.draft());
  }
}

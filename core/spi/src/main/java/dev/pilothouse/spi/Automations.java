package dev.pilothouse.spi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Automations with their drafts and published versions. What comes in here was checked before.
public interface Automations {
  /// @param published the version that new events start; empty before the first publish
  record Automation(
      AutomationId id,
      String name,
      Json draft,
      Optional<VersionId> published,
      Instant createdAt,
      Instant changedAt) {}

  /// Empty where the tenant has one of this name already.
  Optional<AutomationId> create(TenantId tenant, String name, Json draft, String actor);

  Optional<Automation> find(TenantId tenant, AutomationId id);

  /// By name.
  List<Automation> all(TenantId tenant);

  /// Makes the draft the version that new events start, in every process, from this commit on. Runs
  /// under way stay on theirs. Publishing the same content again changes nothing.
  Optional<AutomationVersion> publish(TenantId tenant, AutomationId id, String actor);
}

package dev.pilothouse.builderapi;

import dev.pilothouse.chain.LearntShape;
import dev.pilothouse.chain.SeenEvents;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.EventTypes;
import java.util.Collection;
import java.util.Optional;

/// What has come to one tenant so far, for those who write definitions.
record LearntTypes(EventTypes all, TenantId tenant) implements SeenEvents {
  @Override
  public Collection<String> types() {
    return all.learnt(tenant);
  }

  @Override
  public Optional<LearntShape> shape(String type) {
    return all.find(tenant, type).flatMap(EventTypes.Whole::shape).map(LearntShape::read);
  }
}

package dev.pilothouse.builderapi;

import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.EventTypes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// What was seen, of one tenant.
final class EventTypesFake implements EventTypes {
  private final ConcurrentSkipListMap<String, Whole> all = new ConcurrentSkipListMap<>();

  void see(Whole seen) {
    all.put(seen.seen().type(), seen);
  }

  @Override
  public List<Seen> page(TenantId tenant, String beginning, Optional<String> after, int limit) {
    return ofThem(tenant).stream()
        .map(Whole::seen)
        .filter(seen -> seen.type().startsWith(beginning))
        .filter(seen -> seen.type().compareTo(after.orElse("")) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Whole> find(TenantId tenant, String type) {
    return ofThem(tenant).stream().filter(it -> it.seen().type().equals(type)).findFirst();
  }

  @Override
  public List<String> learnt(TenantId tenant) {
    return ofThem(tenant).stream()
        .filter(it -> it.shape().isPresent())
        .map(it -> it.seen().type())
        .toList();
  }

  private Collection<Whole> ofThem(TenantId tenant) {
    return tenant.equals(AccountsFake.TENANT) ? all.values() : List.of();
  }

  @Override
  public void add(TenantId tenant, Collection<Sighting> sightings) {
    throw new UnsupportedOperationException();
  }
}

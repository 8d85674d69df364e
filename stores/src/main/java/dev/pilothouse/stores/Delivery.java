package dev.pilothouse.stores;

import dev.pilothouse.model.Address;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import java.util.Optional;

/// An event on its way into the journal.
///
/// @param to the one automation it is for; empty for whoever listens
record Delivery(TenantId tenant, String actor, CloudEvent event, Optional<Address> to) {
  /// What the rest of a row takes, roughly.
  private static final long ENVELOPE = 512;

  /// What makes two deliveries the same.
  record Key(TenantId tenant, String source, String sourceId) {}

  Key key() {
    return new Key(tenant, event.source(), event.sourceId());
  }

  static Key keyOf(NewEntry entry) {
    return new Key(entry.tenant(), entry.event().source(), entry.event().sourceId());
  }

  NewEntry entry() {
    NewEntry entry = NewEntry.fromOutside(tenant, actor, event);
    return to.map(entry::addressedTo).orElse(entry);
  }

  long bytes() {
    return ENVELOPE
        + switch (event.data()) {
          case EventData.Parsed(var json) -> json.text().length();
          case EventData.Raw(_, var base64) -> base64.length();
        };
  }
}

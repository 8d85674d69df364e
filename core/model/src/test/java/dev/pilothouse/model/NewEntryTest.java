package dev.pilothouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewEntryTest {
  private final TenantId tenant = TenantId.next();

  @Test
  void tellsWhatCameFromOutsideAlsoWhenItsSenderCallsItselfByOurName() {
    assertThat(NewEntry.fromOutside(tenant, "key/1", event("7")).cameFromOutside()).isTrue();
  }

  @Test
  void tellsWhatPeopleDidHereFromWhatCameFromOutside() {
    EventId id = EventId.next();
    NewEntry ours =
        new NewEntry(
            id, tenant, event(id.toString()), Optional.empty(), "person/1", Optional.empty());

    assertThat(ours.cameFromOutside()).isFalse();
  }

  private static CloudEvent event(String sourceId) {
    return new CloudEvent("pilothouse", sourceId, "t", "", Instant.EPOCH, EventData.NONE);
  }
}

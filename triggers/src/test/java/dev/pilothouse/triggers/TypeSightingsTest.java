package dev.pilothouse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.chain.EventCatalogue;
import dev.pilothouse.chain.LearntShape;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.EventTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TypeSightingsTest {
  private final TenantId tenant = TenantId.next();
  private final AtomicLong nanos = new AtomicLong();
  private final Written written = new Written();
  private final TypeSightings sightings =
      new TypeSightings(written, EventCatalogue.standard(), new SamplingRate(nanos::get));

  /// What is handed over to be kept.
  private static final class Written implements EventTypes {
    private final List<Sighting> all = new ArrayList<>();
    private boolean away;

    @Override
    public void add(TenantId tenant, Collection<Sighting> sightings) {
      if (away) {
        throw new IllegalStateException("The database is away.");
      }
      all.addAll(sightings);
    }

    @Override
    public List<Seen> page(TenantId tenant, String beginning, Optional<String> after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Whole> find(TenantId tenant, String type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> learnt(TenantId tenant) {
      throw new UnsupportedOperationException();
    }
  }

  @AfterEach
  void stop() {
    sightings.close();
  }

  @Test
  void countsWhatComesAndLearnsWhatItLooksLike() {
    NewEntry last = event("shop.sent", "{\"parcel\": \"y\"}");
    sightings.committed(List.of(event("shop.sent", "{\"parcel\": \"x\"}"), last));
    sightings.write();

    EventTypes.Sighting sighting = only();
    assertThat(sighting.seen().type()).isEqualTo("shop.sent");
    assertThat(sighting.seen().count()).isEqualTo(2);
    assertThat(sighting.seen().newest()).isEqualTo(last.id());
    assertThat(sighting.declared()).isFalse();
    assertThat(sighting.sources()).containsExactly("shop");
    assertThat(shape(sighting).schema().text()).contains("parcel", "\"x\"", "\"y\"");
  }

  @Test
  void onlyCountsWhatIsDeclared() {
    sightings.committed(List.of(event("crm.deal.won", "{\"id\": \"1\"}")));
    sightings.write();

    assertThat(only().declared()).isTrue();
    assertThat(only().shaping()).isEmpty();
  }

  @Test
  void writesNothingTwice() {
    sightings.committed(List.of(event("shop.sent", "{}")));
    sightings.write();
    sightings.write();

    assertThat(written.all).hasSize(1);
  }

  @Test
  void looksAtTheFirstOnesAndThenAtOneNowAndThen() {
    sightings.committed(many(100));
    sightings.write();
    assertThat(seenBy(only())).isEqualTo(SamplingRate.FIRST_ONES);

    written.all.clear();
    sightings.committed(many(100));
    sightings.write();
    assertThat(only().shaping()).as("too soon").isEmpty();
    assertThat(only().seen().count()).isEqualTo(100);

    written.all.clear();
    nanos.addAndGet(SamplingRate.THEN_EVERY.plus(Duration.ofMillis(1)).toNanos());
    sightings.committed(many(100));
    sightings.write();
    assertThat(seenBy(only())).isOne();
  }

  @Test
  void knowsOfATypeWhoseEventsAreTooLargeToLookAt() {
    String large = "{\"text\": \"" + "x".repeat(SamplingRate.LARGEST) + "\"}";
    sightings.committed(List.of(event("shop.sent", large)));
    sightings.write();

    assertThat(shape(only()).schema().text()).isEqualTo("{}");
  }

  @Test
  void keepsItsMemoryInBounds() {
    String large = "{\"text\": \"" + "x".repeat(SamplingRate.LARGEST - 100) + "\"}";
    sightings.committed(
        IntStream.range(0, TypeSightings.MOST_TYPES + 500)
            .mapToObj(i -> event("flood." + i, large))
            .toList());
    sightings.write();

    assertThat(written.all).hasSize(TypeSightings.MOST_TYPES);
    assertThat(written.all.stream().mapToLong(TypeSightingsTest::seenBy).sum() * large.length())
        .isBetween(1L, (long) SamplingRate.MOST_CHARACTERS);
  }

  @Test
  void forgetsWhatCannotBeWritten() {
    written.away = true;
    sightings.committed(List.of(event("shop.sent", "{}")));
    sightings.write();
    written.away = false;
    sightings.write();

    assertThat(written.all).isEmpty();
  }

  private EventTypes.Sighting only() {
    assertThat(written.all).hasSize(1);
    return written.all.getFirst();
  }

  private static LearntShape shape(EventTypes.Sighting sighting) {
    return LearntShape.read(sighting.shaping().orElseThrow().with(Optional.empty()));
  }

  /// How many events its shape is made of.
  private static long seenBy(EventTypes.Sighting sighting) {
    String stored = sighting.shaping().orElseThrow().with(Optional.empty()).text();
    return Long.parseLong(stored.replaceFirst("^\\{\"seen\":(\\d+).*$", "$1"));
  }

  private List<NewEntry> many(int count) {
    return IntStream.range(0, count).mapToObj(_ -> event("shop.sent", "{\"n\": 1}")).toList();
  }

  private NewEntry event(String type, String data) {
    return NewEntry.fromOutside(
        tenant,
        "key/1",
        new CloudEvent("shop", "1", type, "", Instant.EPOCH, new EventData.Parsed(new Json(data))));
  }
}

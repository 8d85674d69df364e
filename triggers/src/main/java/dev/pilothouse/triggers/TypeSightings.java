package dev.pilothouse.triggers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.pilothouse.chain.EventCatalogue;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.EventTypes;
import dev.pilothouse.spi.EventTypes.Sighting;
import dev.pilothouse.spi.Witness;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes which types of events come, and takes a few of those that nobody has declared, to learn
/// what they look like. In memory, in the way of a commit that is over already; what was noted is
/// written every few seconds, beside all else. What a process noted last is lost when it dies.
public final class TypeSightings implements Witness, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TypeSightings.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  /// Between two writings, of all tenants: whoever sends more types than that is not learnt from.
  static final int MOST_TYPES = 2_000;

  private final EventTypes types;
  private final EventCatalogue catalogue;
  private final SamplingRate rate;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("event-types").factory());
  private Map<TypeOfTenant, TypeTally> noted = new HashMap<>();

  public TypeSightings(EventTypes types, EventCatalogue catalogue) {
    this(types, catalogue, new SamplingRate(System::nanoTime));
  }

  TypeSightings(EventTypes types, EventCatalogue catalogue, SamplingRate rate) {
    this.types = types;
    this.catalogue = catalogue;
    this.rate = rate;
  }

  public void start() {
    var _ =
        timer.scheduleWithFixedDelay(
            this::write, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void committed(Collection<NewEntry> entries) {
    entries.forEach(this::note);
  }

  private void note(NewEntry entry) {
    TypeOfTenant type = new TypeOfTenant(entry.tenant(), entry.event().type());
    TypeTally tally = noted.get(type);
    if (tally == null && noted.size() < MOST_TYPES) {
      tally = new TypeTally(catalogue.named(type.type()).isPresent(), entry.id());
      noted.put(type, tally);
    }
    if (tally != null) {
      tally.count(entry);
      lookAt(type, tally, entry);
    }
  }

  private void lookAt(TypeOfTenant type, TypeTally tally, NewEntry entry) {
    if (!tally.declared() && rate.isItsTurn(type)) {
      tally.lookAt();
      if (rate.hasRoomFor(entry)) {
        tally.sample(entry);
      }
    }
  }

  private synchronized Map<TypeOfTenant, TypeTally> taken() {
    Map<TypeOfTenant, TypeTally> taken = noted;
    noted = new HashMap<>();
    rate.begin();
    return taken;
  }

  /// Writes what was noted. What cannot be written now is forgotten: it is no more than a count and
  /// some examples, and must not gather while the database is away.
  void write() {
    Map<TenantId, List<Sighting>> sightings =
        taken().entrySet().stream()
            .collect(
                groupingBy(
                    noted -> noted.getKey().tenant(),
                    mapping(noted -> noted.getValue().sighting(noted.getKey().type()), toList())));
    sightings.forEach(this::write);
  }

  private void write(TenantId tenant, List<Sighting> sightings) {
    try {
      types.add(tenant, sightings);
    } catch (RuntimeException away) {
      LOG.debug("{} types of events were seen and not noted", sightings.size(), away);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    write();
  }
}

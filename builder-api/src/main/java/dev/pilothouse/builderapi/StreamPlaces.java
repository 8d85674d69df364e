package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.PersonId;
import dev.pilothouse.model.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.HttpStatus;

/// So many may listen at a time: each listener of events or notifications asks the database twice a
/// second, and whoever follows a run reads it at each change. All of them are let go as soon as the
/// process is to end, since it waits for requests under way.
final class StreamPlaces implements ApplicationListener<ContextClosedEvent> {
  static final int PER_TENANT = 20;
  static final int PER_PERSON = 5;
  static final int RUNS_PER_TENANT = 100;
  static final int RUNS_PER_CALLER = 10;

  private final Map<Object, Integer> taken = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /// Whoever follows runs takes no place from who listens to something else.
  private record OfRuns(Object whose) {}

  /// One listener's place, until it is closed.
  final class Place implements AutoCloseable {
    private final List<Object> holders;

    private Place(List<Object> holders) {
      this.holders = holders;
    }

    /// False once this process ends.
    boolean waits(Duration time) throws InterruptedException {
      return !closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// False once this process ends.
    boolean isOpen() {
      return closing.getCount() > 0;
    }

    @Override
    public void close() {
      holders.forEach(StreamPlaces.this::leave);
    }
  }

  Place take(TenantId tenant) {
    return place(tenant, PER_TENANT, "Your company has %d event streams open already.");
  }

  Place take(PersonId person) {
    return place(person, PER_PERSON, "You have %d streams of notifications open already.");
  }

  /// At a run.
  Place toFollow(Caller caller) {
    OfRuns own = new OfRuns(caller.actor());
    OfRuns company = new OfRuns(caller.tenant());
    take(own, RUNS_PER_CALLER, "You follow %d runs already.");
    try {
      take(company, RUNS_PER_TENANT, "Your company follows %d runs already.");
    } catch (RefusedException full) {
      leave(own);
      throw full;
    }
    return new Place(List.of(own, company));
  }

  private Place place(Object holder, int most, String full) {
    take(holder, most, full);
    return new Place(List.of(holder));
  }

  private void take(Object holder, int most, String full) {
    if (taken.merge(holder, 1, Integer::sum) > most) {
      leave(holder);
      throw RefusedException.until(
          HttpStatus.TOO_MANY_REQUESTS,
          full.formatted(most) + " Close one, or let several listeners share one.",
          Duration.ofSeconds(5));
    }
  }

  private void leave(Object holder) {
    taken.computeIfPresent(holder, (_, count) -> count > 1 ? count - 1 : null);
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent closed) {
    closing.countDown();
  }
}

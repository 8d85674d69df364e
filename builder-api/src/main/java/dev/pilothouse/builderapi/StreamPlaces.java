package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.PersonId;
import dev.pilothouse.model.TenantId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final Map<Object, Deque<Place>> taken = new HashMap<>();
  private boolean closing;

  /// Whoever follows runs takes no place from who listens to something else.
  private record OfRuns(Object whose) {}

  /// One listener's place, until it is closed.
  final class Place implements AutoCloseable {
    private final List<Object> holders;
    private final CountDownLatch over = new CountDownLatch(1);

    private Place(List<Object> holders) {
      this.holders = holders;
    }

    /// False once it is over: the process ends, or somebody else has the place.
    boolean waits(Duration time) throws InterruptedException {
      return !over.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isOpen() {
      return over.getCount() > 0;
    }

    @Override
    public void close() {
      leave(this);
    }
  }

  synchronized Place take(TenantId tenant) {
    refuseBeyond(PER_TENANT, tenant, "Your company has %d event streams open already.");
    return place(List.of(tenant));
  }

  /// One more than there may be ends the oldest: mostly that is of a page which is gone already,
  /// and a page that is not comes back by itself.
  synchronized Place take(PersonId person) {
    if (open(person).size() >= PER_PERSON) {
      open(person).removeFirst().over.countDown();
    }
    return place(List.of(person));
  }

  /// At a run.
  synchronized Place toFollow(Caller caller) {
    OfRuns own = new OfRuns(caller.actor());
    OfRuns company = new OfRuns(caller.tenant());
    refuseBeyond(RUNS_PER_CALLER, own, "You follow %d runs already.");
    refuseBeyond(RUNS_PER_TENANT, company, "Your company follows %d runs already.");
    return place(List.of(own, company));
  }

  private Place place(List<Object> holders) {
    Place place = new Place(holders);
    holders.forEach(holder -> open(holder).addLast(place));
    if (closing) {
      place.over.countDown();
    }
    return place;
  }

  private Deque<Place> open(Object holder) {
    return taken.computeIfAbsent(holder, _ -> new ArrayDeque<>());
  }

  private void refuseBeyond(int most, Object holder, String full) {
    if (open(holder).size() >= most) {
      throw RefusedException.until(
          HttpStatus.TOO_MANY_REQUESTS,
          full.formatted(most) + " Close one, or let several listeners share one.",
          Duration.ofSeconds(5));
    }
  }

  private synchronized void leave(Place place) {
    for (Object holder : place.holders) {
      open(holder).remove(place);
      taken.computeIfPresent(holder, (_, open) -> open.isEmpty() ? null : open);
    }
  }

  @Override
  public synchronized void onApplicationEvent(ContextClosedEvent closed) {
    closing = true;
    taken.values().forEach(open -> open.forEach(place -> place.over.countDown()));
  }
}

package dev.pilothouse.builderapi;

import dev.pilothouse.model.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.HttpStatus;

/// So many may listen at a time: each listener asks the database twice a second. All of them are
/// let go as soon as the process is to end, since it waits for requests under way.
final class StreamPlaces implements ApplicationListener<ContextClosedEvent> {
  static final int PER_TENANT = 20;

  private final Map<TenantId, Integer> taken = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /// One listener's place, until it is closed.
  final class Place implements AutoCloseable {
    private final TenantId tenant;

    private Place(TenantId tenant) {
      this.tenant = tenant;
    }

    /// False once this process ends.
    boolean waits(Duration time) throws InterruptedException {
      return !closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
      taken.computeIfPresent(tenant, (_, count) -> count > 1 ? count - 1 : null);
    }
  }

  Place take(TenantId tenant) {
    if (taken.merge(tenant, 1, Integer::sum) > PER_TENANT) {
      new Place(tenant).close();
      throw RefusedException.until(
          HttpStatus.TOO_MANY_REQUESTS,
          "Your company has "
              + PER_TENANT
              + " event streams open already. Close one, or let several listeners share one.",
          Duration.ofSeconds(5));
    }
    return new Place(tenant);
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent closed) {
    closing.countDown();
  }
}

package dev.pilothouse.bench;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Sends as a careful program does: what got no answer is sent again under the same id, also at
/// another door, until it is accepted.
final class Sender implements AutoCloseable {
  private static final int ACCEPTED = 202;
  private static final Duration AFTER_REFUSAL = Duration.ofMillis(100);
  private static final int LONGEST_REST = 10;

  private final Api api = new Api(Duration.ofSeconds(4));
  private final Doors doors;
  private final AtomicInteger again = new AtomicInteger();
  private final Map<Integer, AtomicInteger> refusals = new ConcurrentHashMap<>();

  Sender(Doors doors) {
    this.doors = doors;
  }

  /// Empty when the patience ended first.
  Optional<Delivery> deliver(Tenants.Tenant tenant, Event event, int firstDoor, Duration patience) {
    long begun = System.nanoTime();
    for (int attempt = 0; Await.since(begun).compareTo(patience) < 0; attempt++) {
      Optional<Api.Answer> answer = api.send(doors.inTurn(firstDoor + attempt), tenant, event);
      if (answer.filter(it -> it.status() == ACCEPTED).isPresent()) {
        return answer.map(it -> Delivery.of(tenant, event, it.json()));
      }
      answer.ifPresent(this::refused);
      again.incrementAndGet();
      LockSupport.parkNanos(
          AFTER_REFUSAL.multipliedBy(Math.min(1 + attempt, LONGEST_REST)).toNanos());
    }
    return Optional.empty();
  }

  Optional<Api.Answer> get(String path, Tenants.Tenant tenant) {
    return doors.get(api, path, tenant);
  }

  /// How often something was sent again.
  int again() {
    return again.get();
  }

  /// Answers other than "accepted", by status.
  Map<Integer, AtomicInteger> refusals() {
    return new TreeMap<>(refusals);
  }

  @Override
  public void close() {
    api.close();
  }

  private void refused(Api.Answer answer) {
    int seen =
        refusals.computeIfAbsent(answer.status(), _ -> new AtomicInteger()).incrementAndGet();
    boolean unexpected = answer.status() < 500 && answer.status() != 429;
    if (unexpected && seen == 1) {
      System.out.println("refused with " + answer.status() + ": " + answer.body());
    }
  }
}

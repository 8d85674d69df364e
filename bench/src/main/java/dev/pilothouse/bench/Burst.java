package dev.pilothouse.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Many events of one type at once, from many tenants.
record Burst(Sender sender, Tenants tenants) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int SIDE_BY_SIDE = 64;

  /// Returns when each was accepted.
  List<Delivery> of(Chains.Chain chain, int count) {
    ConcurrentLinkedQueue<Delivery> accepted = new ConcurrentLinkedQueue<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
      IntStream.range(0, count)
          .forEach(number -> threads.execute(() -> accepted.add(one(chain, number))));
    }
    if (accepted.size() < count) {
      throw new IllegalStateException(
          "Expected %d events to be accepted, but only %d were.".formatted(count, accepted.size()));
    }
    return List.copyOf(accepted);
  }

  private Delivery one(Chains.Chain chain, int number) {
    Event event = Event.fresh(chain.type(), 1);
    return sender.deliver(tenants.inTurn(number), event, 0, PATIENCE).orElseThrow();
  }
}

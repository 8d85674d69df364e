package dev.pilothouse.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// Fast runs alone, and beside many that are in a long call: nobody waits for his neighbours.
final class NeighboursBench implements Benchmark {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final double ALLOWED = 2;
  private static final String TIMES =
      """
      select 1000 * extract(epoch from finished_at - queued_at) from run where id = any(?)
      """;

  @Override
  public String name() {
    return "neighbours";
  }

  @Override
  public String about() {
    return "Fast runs alone and beside runs in long calls, block by block [--slow 500] [--rate 50]"
        + " [--seconds 15] [--rounds 3]";
  }

  @Override
  public int run(List<String> arguments) {
    Options options = new Options(arguments);
    try (Scene scene = Scene.open(Whims.none(), Tenants.MANY)) {
      Chains chains = scene.chains("60s");
      scene.publish(List.of(chains.fast(), chains.one("keyed")));
      try (Sender sender = new Sender(new Doors(scene.house().url()))) {
        return measure(new Blocks(scene, sender, options));
      }
    }
  }

  private static int measure(Blocks blocks) {
    List<Duration> alone = new ArrayList<>();
    List<Duration> beside = new ArrayList<>();
    blocks.warmUp();
    for (int round = 0; round < blocks.rounds(); round++) {
      alone.addAll(blocks.fast());
      beside.addAll(blocks.fastBesideSlow());
    }
    Percentiles one = Percentiles.of(alone);
    Percentiles two = Percentiles.of(beside);
    new Table("fast runs, accepted to finished", "count", "p50 ms", "p95 ms")
        .row("alone", one.count(), one.p50(), one.p95())
        .row("beside " + blocks.slow() + " in a call", two.count(), two.p50(), two.p95())
        .print();
    double ratio = two.p95() / one.p95();
    System.out.printf("p95 beside / alone  %.2f (at most %.0f)%n", ratio, ALLOWED);
    return ratio <= ALLOWED ? 0 : 1;
  }

  /// Both kinds of block.
  private record Blocks(Scene scene, Sender sender, Options options) {
    int rounds() {
      return options.number("rounds", 3);
    }

    int slow() {
      return options.number("slow", 500);
    }

    void warmUp() {
      var _ = fast();
    }

    List<Duration> fast() {
      Queue<Delivery> accepted = new ConcurrentLinkedQueue<>();
      int perSecond = options.number("rate", 50);
      int count = perSecond * options.number("seconds", 15);
      long next = System.nanoTime();
      for (int number = 0; number < count; number++) {
        Tenants.Tenant tenant = scene.tenants().inTurn(number);
        Event event = Event.fresh(scene.chains("60s").fast().type(), 1);
        Thread.startVirtualThread(
            () -> sender.deliver(tenant, event, 0, PATIENCE).ifPresent(accepted::add));
        next += Duration.ofSeconds(1).dividedBy(perSecond).toNanos();
        LockSupport.parkNanos(next - System.nanoTime());
      }
      Await.that("all are accepted", PATIENCE, () -> accepted.size() == count);
      return times(List.copyOf(accepted));
    }

    List<Duration> fastBesideSlow() {
      CountDownLatch gate = new CountDownLatch(1);
      scene.outside().behave(Whims.heldBy(gate));
      var _ = new Burst(sender, scene.tenants()).of(scene.chains("60s").one("keyed"), slow());
      Await.that("all slow calls are open", PATIENCE, () -> scene.outside().underWay() == slow());
      List<Duration> times = fast();
      gate.countDown();
      Await.that("the slow ones end", PATIENCE, () -> scene.comesToRest(PATIENCE));
      return times;
    }

    private List<Duration> times(List<Delivery> deliveries) {
      Object ids =
          deliveries.stream()
              .map(delivery -> UUID.fromString(delivery.runs().getFirst()))
              .toArray(UUID[]::new);
      Rows rows = scene.rows();
      Await.that(
          "the fast ones end",
          PATIENCE,
          () ->
              rows.number("select count(*) from run where id = any(?) and finished_at is null", ids)
                  == 0);
      return rows.list(TIMES, row -> Duration.ofNanos((long) (row.getDouble(1) * 1e6)), ids);
    }
  }
}

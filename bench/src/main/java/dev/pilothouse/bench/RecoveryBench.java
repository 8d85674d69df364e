package dev.pilothouse.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// How long from "the process is up again" until all moves, with open calls; and how soon a cancel
/// has its effect.
final class RecoveryBench implements Benchmark {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration FROZEN = Duration.ofSeconds(16);

  @Override
  public String name() {
    return "recovery";
  }

  @Override
  public String about() {
    return "Time from up again to all moves, and of a cancel, with open calls [--calls 200]"
        + " [--rounds 3] [--cancels 50]";
  }

  @Override
  public int run(List<String> arguments) {
    Options options = new Options(arguments);
    try (Scene scene = Scene.open(Whims.none(), Tenants.MANY)) {
      OpenCalls calls = new OpenCalls(scene, options.number("calls", 200));
      scene.house().comeToRest();
      Table table =
          new Table("killed", "round", "up again s", "then all moved after s", "unknown", "late");
      for (int round = 1; round <= options.number("rounds", 3); round++) {
        for (String part : List.of("app", "temporal", "postgres")) {
          kill(scene, calls, part, round, table);
        }
        freeze(scene, calls, round, table);
        System.out.println(table);
      }
      cancel(scene, calls, options.number("cancels", 50));
      return 0;
    }
  }

  private static void kill(Scene scene, OpenCalls calls, String part, int round, Table table) {
    House house = scene.house();
    CountDownLatch gate = new CountDownLatch(1);
    try (Sender sender = new Sender(new Doors(house.url()))) {
      List<Delivery> open = calls.open(sender, gate);
      Answering port = Answering.at(house, part.equals("app") ? "http" : part);
      long begun = System.nanoTime();
      Signals.kill(house.pid(part));
      scene.outside().behave(Whims.none());
      if (!part.equals("app")) {
        gate.countDown(); // the answers come while the other side is away
      }
      Await.that("the port closes", PATIENCE, () -> !port.now());
      long up = port.awaited();
      calls.awaitMoved(open, sender);
      var _ =
          table.row(
              part,
              round,
              seconds(Duration.ofNanos(up - begun)),
              seconds(Await.since(up)),
              calls.unknown(open),
              "");
      gate.countDown();
      ready(house);
    }
  }

  /// Two processes; the one with the open calls sleeps for longer than its lease.
  private static void freeze(Scene scene, OpenCalls calls, int round, Table table) {
    CountDownLatch gate = new CountDownLatch(1);
    try (SecondApp second = new SecondApp(scene.house());
        Sender sender = new Sender(new Doors(second.url()));
        Sender other = new Sender(new Doors(scene.house().url()))) {
      List<Delivery> open = calls.open(sender, gate);
      long begun = System.nanoTime();
      Signals.freeze(second.pid());
      scene.outside().behave(Whims.none());
      calls.awaitMoved(open, other);
      Duration moved = Await.since(begun);
      int unknown = calls.unknown(open);
      LockSupport.parkNanos(FROZEN.minus(moved).toNanos());
      Signals.thaw(second.pid());
      gate.countDown();
      int late = unknown - calls.unknownInTheEnd(open);
      var _ = table.row("frozen app", round, 0.0, seconds(moved), unknown, late);
    }
  }

  private static void cancel(Scene scene, OpenCalls calls, int count) {
    CountDownLatch gate = new CountDownLatch(1);
    try (Sender sender = new Sender(new Doors(scene.house().url()));
        Api api = new Api(PATIENCE)) {
      List<Delivery> open = calls.open(sender, gate).subList(0, count);
      List<Duration> answered = new ArrayList<>();
      List<Duration> seen = new ArrayList<>();
      for (Delivery delivery : open) {
        String run = scene.house().url() + "/v1/runs/" + delivery.runs().getFirst();
        long begun = System.nanoTime();
        var _ = api.expect("cancel", api.post(run + "/cancel", delivery.tenant(), "{}"));
        answered.add(Await.since(begun));
        Await.that(
            "the run is cancelled",
            PATIENCE,
            () ->
                api.get(run, delivery.tenant())
                    .filter(it -> it.json().path("state").asString().equals("cancelled"))
                    .isPresent());
        seen.add(Await.since(begun));
      }
      gate.countDown();
      new Table("cancel of an open call, p50 / p95", "")
          .row("POST answered", Percentiles.of(answered))
          .row("GET shows cancelled", Percentiles.of(seen))
          .row("order given to end committed, by the rows", Percentiles.of(calls.cancelTimes()))
          .print();
    }
  }

  private static void ready(House house) {
    Await.that(
        "the house is ready", PATIENCE, () -> house.state().filter(it -> it.ready()).isPresent());
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }
}

package dev.pilothouse.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// With many automations published: how soon after a restart of the app all of them hear events,
/// and how soon another process hears for one that was just published.
final class LiveBench implements Benchmark {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration RESTART = Duration.ofSeconds(3);
  private static final double PUBLISHED_MILLIS = 100;

  /// Events that each ask for another automation, sent as soon as the port answers.
  private static final int ASKED = 200;

  /// Publishes while both processes have just been started, in rows of their own: what Java has not
  /// compiled yet is slow, whatever is asked of it.
  private static final int NEW = 20;

  /// From one of them to the next, so that all types are among them.
  private static final int STRIDE = 7_919;

  @Override
  public String name() {
    return "live";
  }

  @Override
  public String about() {
    return "10,000 automations: from a restart, and from a publish, until they hear"
        + " [--automations 10000] [--rounds 3] [--publishes 50]";
  }

  @Override
  public int run(List<String> arguments) {
    Options options = new Options(arguments);
    Crowd crowd = new Crowd(options.number("automations", 10_000));
    try (Scene scene = Scene.open(Whims.none(), 1)) {
      long begun = System.nanoTime();
      try (Api api = new Api(PATIENCE)) {
        new Publisher(api, scene.house().url()).publish(scene.tenants().inTurn(0), crowd);
      }
      System.out.printf(
          "%d automations published in %d s%n", crowd.count(), Await.since(begun).toSeconds());
      scene.house().comeToRest();
      boolean soon = restarts(scene, crowd, options.number("rounds", 3));
      boolean heard = publishes(scene, crowd, options.number("publishes", 50));
      return soon && heard ? 0 : 1;
    }
  }

  /// In each round also with events that all ask for the same automation: what is left then is the
  /// cold process alone.
  private static boolean restarts(Scene scene, Crowd crowd, int rounds) {
    Table table =
        new Table(
            "after a restart", "up s", "first answer s", "all live s", "last s", "refused", "deaf");
    boolean good = true;
    for (int round = 1; round <= rounds; round++) {
      Restart one = restart(scene, crowd, _ -> 0);
      Restart many = restart(scene, crowd, number -> number * STRIDE % crowd.count());
      good &= many.good();
      var _ = table.row(one.row(ASKED + " events, one automation"));
      var _ = table.row(many.row("an event for each of " + ASKED));
    }
    table.print();
    return good;
  }

  /// @param live until an event of each type that was asked for was answered: then all that listens
  ///   to it has been looked through
  /// @param unheard events that were accepted and started nothing
  private record Restart(
      Duration up,
      Duration first,
      Duration live,
      Duration last,
      Map<Integer, AtomicInteger> refusals,
      long unheard) {
    boolean good() {
      return live.compareTo(RESTART) < 0 && refusals.isEmpty() && unheard == 0;
    }

    Object[] row(String what) {
      return new Object[] {
        what, seconds(up), seconds(first), seconds(live), seconds(last), refusals, unheard
      };
    }

    private static double seconds(Duration time) {
      return time.toMillis() / 1e3;
    }
  }

  private static Restart restart(Scene scene, Crowd crowd, IntUnaryOperator automation) {
    House house = scene.house();
    Answering port = Answering.at(house, "http");
    try (Sender sender = new Sender(new Doors(house.url()))) {
      long begun = System.nanoTime();
      Signals.kill(house.pid("app"));
      Await.that("the port closes", PATIENCE, () -> !port.now());
      long up = port.awaited();
      Tenants.Tenant tenant = scene.tenants().inTurn(0);
      List<Asked> all =
          ask(number -> {
            Event event = crowd.event(automation.applyAsInt(number));
            return Asked.of(event, sender.deliver(tenant, event, 0, PATIENCE).orElseThrow());
          });
      return new Restart(
          Duration.ofNanos(up - begun),
          after(up, all.stream().mapToLong(Asked::at).min()),
          after(up, firstOfEachType(all).mapToLong(Asked::at).max()),
          after(up, all.stream().mapToLong(Asked::at).max()),
          sender.refusals(),
          all.stream().filter(it -> it.delivery().runs().size() != 1).count());
    }
  }

  private static Duration after(long up, OptionalLong at) {
    return Duration.ofNanos(at.orElseThrow() - up);
  }

  private static Stream<Asked> firstOfEachType(List<Asked> all) {
    return all.stream()
        .collect(
            Collectors.toMap(
                Asked::type, it -> it, BinaryOperator.minBy(Comparator.comparingLong(Asked::at))))
        .values()
        .stream();
  }

  private record Asked(String type, Delivery delivery, long at) {
    static Asked of(Event event, Delivery delivery) {
      return new Asked(event.type(), delivery, System.nanoTime());
    }
  }

  /// All at once: each accepted answer names the run it has started.
  private static List<Asked> ask(IntFunction<Asked> deliver) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return IntStream.range(0, ASKED)
          .mapToObj(number -> CompletableFuture.supplyAsync(() -> deliver.apply(number), threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  /// Each is published at one process, and an event for it is sent to the other at once. Then the
  /// same is asked once more by another event, which is no news to either: what lies between the
  /// two is the publish.
  private static boolean publishes(Scene scene, Crowd crowd, int count) {
    try (SecondApp second = new SecondApp(scene.house());
        Api api = new Api(PATIENCE);
        Sender sender = new Sender(new Doors(second.url()))) {
      Tenants.Tenant tenant = scene.tenants().inTurn(0);
      var _ = sender.deliver(tenant, crowd.event(0), 0, PATIENCE).orElseThrow();
      Publisher publisher = new Publisher(api, scene.house().url());
      List<Published> all =
          IntStream.range(crowd.count(), crowd.count() + NEW + count)
              .mapToObj(number -> Published.of(crowd, number, tenant, publisher, sender))
              .toList();
      return judged(all.subList(0, NEW), all.subList(NEW, all.size()));
    }
  }

  private static boolean judged(List<Published> early, List<Published> rest) {
    long deaf = Stream.of(early, rest).flatMap(List::stream).filter(it -> !it.heard()).count();
    new Table("publish", "count", "p50 ms", "p95 ms")
        .row(row("answered, both processes new", early, Published::answered))
        .row(row("then an event at the other process", early, Published::first))
        .row(row("one more", early, Published::again))
        .row(row("answered", rest, Published::answered))
        .row(row("then an event at the other process", rest, Published::first))
        .row(row("one more", rest, Published::again))
        .print();
    System.out.printf("events that started nothing %d%n", deaf);
    return deaf == 0 && times(rest, Published::first).p95() < PUBLISHED_MILLIS;
  }

  private static Object[] row(
      String what, List<Published> all, Function<Published, Duration> which) {
    Percentiles times = times(all, which);
    return new Object[] {what, times.count(), times.p50(), times.p95()};
  }

  private static Percentiles times(List<Published> all, Function<Published, Duration> which) {
    return Percentiles.of(all.stream().map(which).toList());
  }

  /// @param answered until the publish was answered
  /// @param first until an event sent after that was accepted by the other process
  /// @param again the same for one more
  private record Published(Duration answered, Duration first, Duration again, boolean heard) {
    static Published of(
        Crowd crowd, int number, Tenants.Tenant tenant, Publisher publisher, Sender sender) {
      Chains.Chain chain = crowd.chain(number);
      String id = publisher.draft(tenant, chain);
      long begun = System.nanoTime();
      publisher.publish(tenant, chain, id);
      long answered = System.nanoTime();
      Delivery first = sender.deliver(tenant, crowd.event(number), 0, PATIENCE).orElseThrow();
      long accepted = System.nanoTime();
      Delivery again = sender.deliver(tenant, crowd.event(number), 0, PATIENCE).orElseThrow();
      return new Published(
          Duration.ofNanos(answered - begun),
          Duration.ofNanos(accepted - answered),
          Await.since(accepted),
          first.runs().size() == 1 && again.runs().size() == 1);
    }
  }
}

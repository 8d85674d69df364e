package dev.pilothouse.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/// Runs in calls that do not end until a gate opens: half of them keyed, half to be sent once.
final class OpenCalls {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LATE_ANSWERS = Duration.ofSeconds(20);
  private static final String CANCEL_TIMES =
      """
      select 1000 * extract(epoch from r.finished_at - o.given_at)
      from run r join run_order o on o.run_id = r.id where r.state = 'cancelled'
      """;

  private final Scene scene;
  private final int count;
  private final Chains.Chain keyed;
  private final Chains.Chain once;
  private final Chains.Chain fast;

  OpenCalls(Scene scene, int count) {
    Chains chains = scene.chains("120s");
    this.scene = scene;
    this.count = count;
    this.keyed = chains.one("keyed");
    this.once = chains.one("once");
    this.fast = chains.fast();
    scene.publish(List.of(keyed, once, fast));
  }

  /// Returns when each call has arrived and none was answered.
  List<Delivery> open(Sender sender, CountDownLatch gate) {
    Await.that("earlier calls have ended", PATIENCE, () -> scene.outside().underWay() == 0);
    scene.outside().behave(Whims.heldBy(gate));
    Burst burst = new Burst(sender, scene.tenants());
    List<Delivery> open = new ArrayList<>(burst.of(once, count / 2));
    open.addAll(burst.of(keyed, count - count / 2));
    Await.that("all calls are open", PATIENCE, () -> scene.outside().underWay() == count);
    return List.copyOf(open);
  }

  /// Each has ended or asks a person, and a new one goes through.
  void awaitMoved(List<Delivery> open, Sender sender) {
    Rows rows = scene.rows();
    Object[] runs = {ids(open)};
    Await.that(
        "all move",
        PATIENCE,
        () ->
            rows.numberIfThere(
                    """
                    select count(*) from run where id = any(?)
                      and state in ('finished', 'failed', 'cancelled', 'needs_person')
                    """,
                    runs)
                .filter(moved -> moved == open.size())
                .isPresent());
    Delivery fresh = new Burst(sender, scene.tenants()).of(fast, 1).getFirst();
    Await.that("a new run finishes", PATIENCE, () -> ended(rows, fresh));
  }

  /// Once the late answers have come, nobody should have to be asked any more.
  ///
  /// @return how many still wait for a person
  int unknownInTheEnd(List<Delivery> open) {
    boolean _ = Await.orNot(LATE_ANSWERS, () -> unknown(open) == 0);
    return unknown(open);
  }

  int unknown(List<Delivery> open) {
    return (int)
        scene
            .rows()
            .number(
                "select count(*) from run where id = any(?) and state = 'needs_person'",
                (Object) ids(open));
  }

  List<Duration> cancelTimes() {
    return scene
        .rows()
        .list(CANCEL_TIMES, row -> Duration.ofNanos((long) (row.getDouble(1) * 1e6)));
  }

  private static boolean ended(Rows rows, Delivery delivery) {
    Object[] runs = {ids(List.of(delivery))};
    return rows.numberIfThere(
            "select count(*) from run where id = any(?) and finished_at is not null", runs)
        .filter(ended -> ended == 1)
        .isPresent();
  }

  private static UUID[] ids(List<Delivery> deliveries) {
    return deliveries.stream()
        .flatMap(delivery -> delivery.runs().stream())
        .map(UUID::fromString)
        .toArray(UUID[]::new);
  }
}

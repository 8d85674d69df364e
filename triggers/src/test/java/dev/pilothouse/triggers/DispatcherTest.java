package dev.pilothouse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.BornRuns;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Claimed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {
  private final TenantId tenant = TenantId.next();
  private final BornRuns born = new BornRuns();
  private final AtomicBoolean held = new AtomicBoolean();
  private final BlockingQueue<List<RunRef>> begun = new LinkedBlockingQueue<>();
  private final Semaphore mayEnd = new Semaphore(0);
  private final AtomicBoolean refuses = new AtomicBoolean();
  private final Dispatcher dispatcher = dispatcher(Duration.ZERO);

  @AfterEach
  void stop() {
    dispatcher.close();
  }

  @Test
  void startsALoneRunAtOnce() throws Exception {
    List<RunRef> one = FairQueueTest.runs(tenant, 1);

    dispatcher.found(one);

    assertThat(nextStart()).isEqualTo(one);
  }

  @Test
  void gathersWhatComesWhileAStartIsUnderWay() throws Exception {
    dispatcher.found(FairQueueTest.runs(tenant, 1));
    nextStart();
    List<RunRef> later = FairQueueTest.runs(tenant, 3);
    later.forEach(run -> dispatcher.found(List.of(run)));
    assertThat(begun).isEmpty();

    mayEnd.release();

    assertThat(nextStart()).isEqualTo(later);
  }

  @Test
  void leavesTimeBetweenTwoStartsForMoreToShareTheNext() throws Exception {
    try (Dispatcher patient = dispatcher(Duration.ofHours(1))) {
      List<RunRef> one = FairQueueTest.runs(tenant, 1);
      patient.found(one);
      assertThat(nextStart()).isEqualTo(one);
      mayEnd.release();

      patient.found(FairQueueTest.runs(tenant, 3));
      List<RunRef> freed = FairQueueTest.runs(tenant, 1);
      patient.freed(freed);

      assertThat(nextStart()).isEqualTo(freed);
      assertThat(begun).isEmpty();
    }
  }

  @Test
  void startsFreedRunsEachAloneAndSideBySide() throws Exception {
    List<RunRef> runs = FairQueueTest.runs(tenant, 3);

    dispatcher.freed(runs);

    assertThat(List.of(nextStart(), nextStart(), nextStart()))
        .allSatisfy(start -> assertThat(start).hasSize(1))
        .flatMap(start -> start)
        .containsExactlyInAnyOrderElementsOf(runs);
  }

  @Test
  void triesAFailedStartAgain() throws Exception {
    refuses.set(true);
    List<RunRef> runs = FairQueueTest.runs(tenant, 2);
    dispatcher.found(runs);
    nextStart();

    refuses.set(false);

    assertThat(nextStart()).containsAll(runs.subList(0, 1));
  }

  @Test
  void startsNothingWhileHeld() throws Exception {
    held.set(true);
    List<RunRef> runs = FairQueueTest.runs(tenant, 1);
    dispatcher.found(runs);
    assertThat(begun.poll(50, TimeUnit.MILLISECONDS)).isNull();

    held.set(false);

    assertThat(nextStart()).isEqualTo(runs);
  }

  @Test
  void keepsBornRunsInHandForTheirWalk() throws Exception {
    List<RunRef> runs = FairQueueTest.runs(tenant, 2);

    dispatcher.born(runs.stream().map(DispatcherTest::claimed).toList());

    assertThat(nextStart()).isNotEmpty();
    assertThat(dispatcher.inHand()).containsExactlyInAnyOrder(runs.get(0).run(), runs.get(1).run());
    assertThat(born.take(runs.getFirst().run())).isPresent();
    assertThat(dispatcher.inHand()).containsExactly(runs.get(1).run());
  }

  @Test
  void leavesBornRunsItHasNoRoomForToTheSweep() throws Exception {
    dispatcher.found(FairQueueTest.runs(tenant, 1));
    nextStart();

    dispatcher.born(FairQueueTest.runs(tenant, 6).stream().map(DispatcherTest::claimed).toList());

    assertThat(dispatcher.inHand()).hasSize(4);
  }

  @Test
  void leavesBornRunsToTheSweepThatFindNoRoomAfterAFailedStart() throws Exception {
    List<RunRef> first = FairQueueTest.runs(tenant, 1);
    dispatcher.born(first.stream().map(DispatcherTest::claimed).toList());
    nextStart();
    List<RunRef> flood = FairQueueTest.runs(tenant, 4);
    dispatcher.born(flood.stream().map(DispatcherTest::claimed).toList());
    refuses.set(true);

    mayEnd.release();

    assertThat(nextStart()).isEqualTo(flood);
    assertThat(dispatcher.inHand())
        .containsExactlyInAnyOrderElementsOf(flood.stream().map(RunRef::run).toList());
  }

  /// Stays under way until it may end, or for good. Whether it is refused is settled before anybody
  /// hears of it: who hears may change it at once.
  private void start(List<RunRef> runs) {
    boolean refused = refuses.get();
    begun.add(runs);
    if (refused) {
      throw new IllegalStateException("Temporal is away");
    }
    mayEnd.acquireUninterruptibly();
    if (refuses.get()) {
      throw new IllegalStateException("Temporal is away");
    }
  }

  private Dispatcher dispatcher(Duration betweenStarts) {
    return new Dispatcher(this::start, born, held::get, 4, betweenStarts);
  }

  private List<RunRef> nextStart() throws InterruptedException {
    @Nullable List<RunRef> start = begun.poll(2, TimeUnit.MINUTES);
    assertThat(start).isNotNull();
    return start == null ? List.of() : start;
  }

  private static Claimed claimed(RunRef run) {
    Json definition = new Json("{}");
    CloudEvent event =
        new CloudEvent("test", "1", "x", "", Instant.EPOCH, new EventData.Parsed(Json.NULL));
    return new Claimed(
        new Claim(run, 1),
        NewEntry.fromOutside(run.tenant(), "test", event),
        new AutomationVersion(AutomationId.next(), VersionId.of(definition), "Test", definition),
        List.of(),
        List.of(),
        false,
        false);
  }
}

package dev.pilothouse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.TenantId;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FairQueueTest {
  private final FairQueue queue = new FairQueue(100);
  private final TenantId many = TenantId.next();
  private final TenantId few = TenantId.next();

  @Test
  void takesFromEachTenantByTurns() throws Exception {
    List<RunRef> flood = runs(many, 5);
    List<RunRef> drops = runs(few, 2);
    queue.add(flood);
    queue.add(drops);

    assertThat(queue.take(5))
        .containsExactly(flood.get(0), drops.get(0), flood.get(1), drops.get(1), flood.get(2));
  }

  @Test
  void servesWhoWasServedLastTimeAfterTheOthers() throws Exception {
    List<RunRef> flood = runs(many, 3);
    List<RunRef> drops = runs(few, 1);
    queue.add(flood);
    queue.add(drops);

    assertThat(queue.take(1)).containsExactly(flood.getFirst());
    assertThat(queue.take(1)).containsExactly(drops.getFirst());
    assertThat(queue.take(10)).containsExactly(flood.get(1), flood.get(2));
  }

  @Test
  void letsMoreJoinUntilThereAreEnough() throws Exception {
    List<RunRef> runs = runs(many, 3);
    queue.add(runs.subList(0, 1));
    BlockingQueue<List<RunRef>> taken = new LinkedBlockingQueue<>();
    Thread taker =
        Thread.startVirtualThread(() -> {
          try {
            taken.add(queue.take(10, 3, System.nanoTime() + TimeUnit.HOURS.toNanos(1)));
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });

    queue.add(runs.subList(1, 2));
    assertThat(taken).isEmpty();
    queue.add(runs.subList(2, 3));

    assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo(runs);
    taker.join();
  }

  @Test
  void keepsTheOrderOfOneTenant() throws Exception {
    List<RunRef> runs = runs(many, 10);
    queue.add(runs);

    assertThat(queue.take(10)).isEqualTo(runs);
  }

  @Test
  void takesEachRunOnceWhileItWaits() throws Exception {
    List<RunRef> runs = runs(many, 2);
    queue.add(runs);
    assertThat(queue.add(runs)).isEmpty();
    assertThat(queue.take(10)).isEqualTo(runs);

    queue.add(runs);
    assertThat(queue.take(10)).isEqualTo(runs);
  }

  @Test
  void turnsAwayWhatItHasNoRoomFor() throws Exception {
    FairQueue small = new FairQueue(2);
    List<RunRef> runs = runs(many, 3);

    assertThat(small.add(runs)).containsExactly(runs.getLast());
    assertThat(small.take(10)).hasSize(2);
    assertThat(small.add(List.of(runs.getLast()))).isEmpty();
  }

  @Test
  void wakesAsManyTakersAsThereAreRuns() throws Exception {
    BlockingQueue<List<RunRef>> taken = new LinkedBlockingQueue<>();
    List<Thread> takers =
        Stream.generate(() -> Thread.ofVirtual().start(() -> takeOneAndStay(taken)))
            .limit(2)
            .toList();
    while (takers.stream().anyMatch(taker -> taker.getState() != Thread.State.WAITING)) {
      Thread.onSpinWait();
    }

    queue.add(runs(many, 2));

    assertThat(taken.poll(20, TimeUnit.SECONDS)).hasSize(1);
    assertThat(taken.poll(20, TimeUnit.SECONDS)).hasSize(1);
    takers.forEach(Thread::interrupt);
  }

  /// What it took keeps it busy for good.
  private void takeOneAndStay(BlockingQueue<List<RunRef>> taken) {
    try {
      taken.add(queue.take(1));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  static List<RunRef> runs(TenantId tenant, int count) {
    return IntStream.range(0, count).mapToObj(_ -> new RunRef(tenant, RunId.next())).toList();
  }
}

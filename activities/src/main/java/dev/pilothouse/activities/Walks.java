package dev.pilothouse.activities;

import dev.pilothouse.chain.Chains;
import dev.pilothouse.chain.Walker;
import dev.pilothouse.contracts.WalkAnswer;
import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.Actions;
import dev.pilothouse.spi.BornRuns;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Ledger.Claimed;
import dev.pilothouse.spi.Ledger.Stand;
import dev.pilothouse.spi.RunStarter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// All walks of this process. A slice begins those it can and answers after half a second at most;
/// a run whose call is still open stays with its thread, which finishes the call and walks on,
/// while no task slot is held.
public final class Walks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Walks.class);
  private static final Duration SLICE = Duration.ofMillis(500);

  /// After the latest deadline of an open call something has gone wrong with whoever made it.
  private static final Duration GRACE = Duration.ofSeconds(2);

  /// As long as a dead owner's lease may last.
  private static final Duration ELSEWHERE = Duration.ofSeconds(11);

  /// Nothing happens by itself before somebody says a word, and that nudges.
  private static final Duration UNTIL_SOMEBODY_ACTS = Duration.ofDays(1);

  private final Ledger ledger;
  private final Chains chains;
  private final EffectGate gate;
  private final Clock clock;
  private final BornRuns born;
  private final RunStarter starter;
  private final Consumer<String> nudge;
  private final BooleanSupplier held;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentHashMap<RunId, UnderWay> underWay = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Batch> batches = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /// What the walks work with.
  ///
  /// @param nudge tells a workflow, by its id, to walk again
  /// @param held nothing may be walked now
  public record Tools(
      Ledger ledger,
      Chains chains,
      Actions actions,
      Clock clock,
      BornRuns born,
      RunStarter starter,
      Consumer<String> nudge,
      BooleanSupplier held) {}

  public Walks(Tools tools, GateConfig config) {
    ledger = tools.ledger();
    chains = tools.chains();
    clock = tools.clock();
    born = tools.born();
    starter = tools.starter();
    nudge = tools.nudge();
    held = tools.held();
    gate =
        new EffectGate(
            ledger,
            tools.actions(),
            clock,
            new CallPermits(config.callsPerHost()),
            new CallPermits(config.callsPerTenant()));
  }

  /// The runs that a thread of this process walks.
  public Collection<RunId> underWay() {
    return underWay.keySet();
  }

  /// Somebody has ordered something of the run: a cancel cuts its call, all else waits for its end.
  public void ordered(RunId run) {
    Optional.ofNullable(underWay.get(run))
        .ifPresent(walk -> {
          if (ledger.orders(walk.ref()).stream().anyMatch(Walks::isCancel)) {
            walk.thread().cut();
          } else {
            walk.thread().wake();
          }
        });
  }

  private static boolean isCancel(GivenOrder given) {
    return given.order() instanceof Order.Cancel;
  }

  WalkAnswer slice(String workflow, List<RunRef> runs) {
    if (held.getAsBoolean() || closed) {
      return new WalkAnswer.Again(ELSEWHERE);
    }
    Batch batch = batches.computeIfAbsent(workflow, _ -> new Batch(workflow, runs.size()));
    claimed(runs.stream().filter(run -> !batch.knows(run.run())).toList())
        .forEach(claimed -> begin(batch, claimed));
    boolean busy = isBusyAfterSlice(batch);
    List<RunRef> unknown = runs.stream().filter(run -> !batch.knows(run.run())).toList();
    WalkAnswer answer = answer(batch, busy, unknown);
    if (!busy) {
      batches.remove(workflow, batch);
    }
    return answer;
  }

  private List<Claimed> claimed(List<RunRef> runs) {
    List<Claimed> claimed = new ArrayList<>();
    List<RunRef> toClaim = new ArrayList<>();
    for (RunRef run : runs) {
      if (!underWay.containsKey(run.run())) {
        born.take(run.run()).ifPresentOrElse(claimed::add, () -> toClaim.add(run));
      }
    }
    claimed.addAll(ledger.claim(toClaim));
    return claimed;
  }

  private void begin(Batch batch, Claimed claimed) {
    RunId run = claimed.claim().ref().run();
    Interruptible thread = new Interruptible();
    if (underWay.putIfAbsent(run, new UnderWay(claimed.claim().ref(), thread)) == null) {
      batch.begin(run, thread);
      threads.execute(() -> walk(batch, claimed, thread));
    }
  }

  private void walk(Batch batch, Claimed claimed, Interruptible thread) {
    RunRef ref = claimed.claim().ref();
    Walk.Over over = new Walk.Over.Lost();
    try (var _ = MDC.putCloseable("tenant", ref.tenant().toString());
        var _ = MDC.putCloseable("run", ref.run().toString())) {
      over = walkOf(claimed, thread).walk();
    } catch (InterruptedException stopped) {
      LOG.debug("The walk was stopped with its process");
    } catch (RuntimeException broken) {
      if (!closed) {
        LOG.error("The walk of {} broke; it is taken up again", ref.run(), broken);
      }
    } finally {
      end(batch, ref, over);
    }
  }

  private Walk walkOf(Claimed claimed, Interruptible thread) {
    Walker walker = new Walker(chains.of(claimed.version()), claimed.event());
    return new Walk(ledger, gate, clock, walker, new RunMemory(ledger, clock, claimed), thread);
  }

  private void end(Batch batch, RunRef ref, Walk.Over over) {
    underWay.remove(ref.run());
    boolean forGood =
        switch (over) {
          case Walk.Over.Ended _ -> true;
          case Walk.Over.Left _ -> !batch.isOwn();
          case Walk.Over.Lost _ -> false;
        };
    if (over instanceof Walk.Over.Left && !batch.isOwn()) {
      starter.freed(List.of(ref));
    }
    if (batch.end(ref.run(), forGood) && !closed) {
      batches.remove(batch.workflow(), batch);
      nudge(batch.workflow());
    }
  }

  private void nudge(String workflow) {
    try {
      nudge.accept(workflow);
    } catch (RuntimeException away) {
      LOG.debug("The workflow {} was not nudged; its timer wakes it", workflow, away);
    }
  }

  private boolean isBusyAfterSlice(Batch batch) {
    try {
      return batch.isBusyAfter(SLICE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private WalkAnswer answer(Batch batch, boolean busy, List<RunRef> unknown) {
    Optional<Duration> toWait =
        unknown.isEmpty()
            ? Optional.empty()
            : ledger.stands(unknown).stream()
                .flatMap(stand -> toWait(batch, stand).stream())
                .min(Duration::compareTo);
    if (busy) {
      Duration own = batch.busyFor().plus(GRACE);
      return again(toWait.filter(other -> other.compareTo(own) < 0).orElse(own));
    }
    return toWait.map(Walks::again).orElseGet(WalkAnswer.Ended::new);
  }

  /// Of a run that is not walked here; empty where this workflow need not hold it.
  private Optional<Duration> toWait(Batch batch, Stand stand) {
    return switch (stand.state()) {
      case FINISHED, FAILED, CANCELLED -> Optional.empty();
      case QUEUED, RUNNING -> Optional.of(ELSEWHERE);
      case WAITING ->
          batch.isOwn()
              ? Optional.of(untilDue(stand.due().orElse(clock.instant())))
              : Optional.empty();
      case NEEDS_PERSON, PAUSED ->
          batch.isOwn() ? Optional.of(UNTIL_SOMEBODY_ACTS) : Optional.empty();
    };
  }

  private Duration untilDue(Instant due) {
    return Duration.between(clock.instant(), due);
  }

  private static WalkAnswer again(Duration within) {
    return new WalkAnswer.Again(
        within.compareTo(Duration.ofMillis(100)) < 0 ? Duration.ofMillis(100) : within);
  }

  /// Lets calls under way end for as long as the wiring waits, then cuts what is left: their rows
  /// stand, and whoever takes the runs over sees what is in doubt.
  @Override
  public void close() {
    closed = true;
    threads.shutdownNow();
  }

  private record UnderWay(RunRef ref, Interruptible thread) {}
}

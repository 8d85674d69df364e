package dev.pilothouse.activities;

import dev.pilothouse.chain.Chains;
import dev.pilothouse.chain.Definition;
import dev.pilothouse.chain.Walker;
import dev.pilothouse.contracts.WalkAnswer;
import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.ActionCall.Deadline;
import dev.pilothouse.spi.Actions;
import dev.pilothouse.spi.BornRuns;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Ledger.Claimed;
import dev.pilothouse.spi.Ledger.Stand;
import dev.pilothouse.spi.RunStarter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// All walks of this process. A slice begins those it can and answers after half a second at most;
/// a run whose call is still open stays with its thread, which finishes the call and walks on,
/// while no task slot is held.
public final class Walks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Walks.class);
  private static final Duration SLICE = Duration.ofMillis(500);
  private static final Duration SOONEST = Duration.ofMillis(100);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  /// After the latest deadline of an open call something has gone wrong with whoever made it.
  private static final Duration AFTER_ITS_DEADLINE = Duration.ofSeconds(2);

  /// As long as a dead owner's lease may last.
  private static final Duration ELSEWHERE = Duration.ofSeconds(11);

  /// Nothing happens by itself before somebody says a word, or an earlier run ends, and that
  /// nudges.
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
  private final EarlyWalks early = new EarlyWalks(System::nanoTime);
  private final Set<RunId> claiming = ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<String, Batch> batches = new ConcurrentHashMap<>();
  private final Duration grace;
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

  /// @param grace how long a stop lets the calls under way go on
  public Walks(Tools tools, GateConfig config, Duration grace) {
    this.grace = grace;
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
    born.tell(this::beginAtOnce);
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
            walk.thread().ring();
          }
        });
  }

  private static boolean isCancel(GivenOrder given) {
    return given.order() instanceof Order.Cancel;
  }

  WalkAnswer slice(String workflow, List<RunRef> runs) {
    if (held.getAsBoolean() || closed) {
      return new WalkAnswer.Again(ELSEWHERE, closed ? "This process ends" : "The house is held");
    }
    Batch batch = batches.computeIfAbsent(workflow, _ -> new Batch(workflow, runs.size()));
    beginThoseOf(batch, runs.stream().filter(run -> !batch.knows(run.run())).toList());
    boolean busy = isBusyAfterSlice(batch);
    List<RunRef> unknown = runs.stream().filter(run -> !batch.knows(run.run())).toList();
    WalkAnswer answer = answer(batch, busy, unknown);
    if (!busy) {
      batches.remove(workflow, batch);
    }
    return answer;
  }

  /// After a crash two workflows may hold the same run. Whoever came second would claim it with the
  /// next fence and not walk it, and the first one's walk would have lost its claim.
  private void beginThoseOf(Batch batch, List<RunRef> runs) {
    List<RunRef> here = runs.stream().filter(run -> claiming.add(run.run())).toList();
    try {
      claimed(here.stream().filter(run -> !isTakenCareOf(batch, run.run())).toList())
          .forEach(claimed -> begin(batch, claimed));
    } finally {
      here.forEach(run -> claiming.remove(run.run()));
    }
  }

  private List<Claimed> claimed(List<RunRef> runs) {
    List<Claimed> claimed = new ArrayList<>();
    List<RunRef> toClaim = new ArrayList<>();
    for (RunRef run : runs) {
      born.take(run.run()).ifPresentOrElse(claimed::add, () -> toClaim.add(run));
    }
    claimed.addAll(ledger.claim(toClaim));
    return claimed;
  }

  /// Before any workflow holds it. Whatever dies now leaves what it always leaves: a row whose
  /// owner is dead, or one whose owner knows that it does not walk it.
  private void beginAtOnce(RunId run) {
    if (closed || held.getAsBoolean()) {
      return;
    }
    early
        .admit(run)
        .ifPresent(walk ->
            born.take(run)
                .ifPresentOrElse(claimed -> begin(walk, claimed), () -> early.forget(run)));
  }

  private void begin(EarlyWalk walk, Claimed claimed) {
    RunRef ref = claimed.claim().ref();
    begin(claimed, walk.thread(), over -> end(walk, ref, over));
  }

  /// @return whether the run needs no claim of this batch
  private boolean isTakenCareOf(Batch batch, RunId run) {
    return early
        .take(run)
        .map(walk -> walk.adoptedBy(batch).map(over -> isKnownAfter(over, batch, run)).orElse(true))
        .orElseGet(() -> underWay.containsKey(run));
  }

  /// A run that left has a workflow of its own. If it is this one, the row tells until when.
  private static boolean isKnownAfter(Walk.Over over, Batch batch, RunId run) {
    return switch (over) {
      case Walk.Over.Ended _ -> isOver(batch, run);
      case Walk.Over.Left _ -> batch.isOwn() || isOver(batch, run);
      case Walk.Over.Lost _ -> false;
    };
  }

  private static boolean isOver(Batch batch, RunId run) {
    batch.over(run);
    return true;
  }

  private void begin(Batch batch, Claimed claimed) {
    RunRef ref = claimed.claim().ref();
    Interruptible thread = new Interruptible();
    batch.begin(ref.run(), thread);
    begin(claimed, thread, over -> end(batch, ref, over));
  }

  private void begin(Claimed claimed, Interruptible thread, Consumer<Walk.Over> end) {
    RunRef ref = claimed.claim().ref();
    underWay.put(ref.run(), new UnderWay(ref, thread));
    if (closed) {
      thread.stop();
    }
    try {
      threads.execute(() -> walk(claimed, thread, end));
    } catch (RejectedExecutionException closing) {
      underWay.remove(ref.run());
      LOG.debug("{} is walked by another process, since this one ends", ref.run(), closing);
    }
  }

  private void walk(Claimed claimed, Interruptible thread, Consumer<Walk.Over> end) {
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
      underWay.remove(ref.run());
      end.accept(over);
    }
  }

  private Walk walkOf(Claimed claimed, Interruptible thread) {
    Definition definition = chains.inTurn(claimed.version());
    return new Walk(
        ledger,
        gate,
        clock,
        new Walker(definition, claimed.event()),
        new RunMemory(ledger, clock, claimed),
        thread,
        new SideCalls(beside(claimed.claim().ref()), thread),
        definition.deadline().map(claimed.claim().ref().run().bornAt()::plus));
  }

  private Executor beside(RunRef ref) {
    return call ->
        threads.execute(() -> {
          try (var _ = MDC.putCloseable("tenant", ref.tenant().toString());
              var _ = MDC.putCloseable("run", ref.run().toString())) {
            call.run();
          }
        });
  }

  private void end(EarlyWalk walk, RunRef ref, Walk.Over over) {
    walk.ended(over)
        .ifPresentOrElse(
            batch -> end(batch, ref, over),
            () -> {
              if (over instanceof Walk.Over.Left) {
                starter.freed(List.of(ref));
              }
            });
  }

  private void end(Batch batch, RunRef ref, Walk.Over over) {
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
    Stream<Until> others =
        unknown.isEmpty()
            ? Stream.empty()
            : ledger.stands(unknown).stream().flatMap(stand -> until(batch, stand).stream());
    Stream<Until> own =
        busy
            ? Stream.of(new Until(batch.busyFor().plus(AFTER_ITS_DEADLINE), "A call is under way"))
            : Stream.empty();
    return Stream.concat(others, own)
        .min(Comparator.comparing(Until::within))
        .map(Until::again)
        .orElseGet(WalkAnswer.Ended::new);
  }

  /// Of a run that is not walked here; empty where this workflow need not hold it.
  private Optional<Until> until(Batch batch, Stand stand) {
    return switch (stand.state()) {
      case FINISHED, FAILED, CANCELLED -> Optional.empty();
      case QUEUED ->
          stand.behind()
              ? waits(batch, stand, "waits for the runs of its key before it")
              : elsewhere(stand);
      case RUNNING -> elsewhere(stand);
      case WAITING -> waits(batch, stand, "waits");
      case NEEDS_PERSON -> waits(batch, stand, "needs a person's word");
      case PAUSED -> waits(batch, stand, "is paused");
    };
  }

  private static Optional<Until> elsewhere(Stand stand) {
    return Optional.of(Until.of(stand, "is under way elsewhere", ELSEWHERE));
  }

  private Optional<Until> waits(Batch batch, Stand stand, String how) {
    return batch.isOwn()
        ? Optional.of(
            stand
                .due()
                .map(due ->
                    Until.of(stand, how + " until " + due, Duration.between(clock.instant(), due)))
                .orElseGet(() -> Until.of(stand, how, UNTIL_SOMEBODY_ACTS)))
        : Optional.empty();
  }

  /// When a workflow lets its runs be walked again, and what Temporal's page says meanwhile.
  private record Until(Duration within, String because) {
    static Until of(Stand stand, String how, Duration within) {
      return new Until(within, "'" + stand.automation() + "' " + how);
    }

    WalkAnswer again() {
      return new WalkAnswer.Again(within.compareTo(SOONEST) < 0 ? SOONEST : within, because);
    }
  }

  /// Begins nothing new; to be told before workers are waited for, which may take its time.
  public void stop() {
    closed = true;
    underWay.values().forEach(walk -> walk.thread().stop());
  }

  /// Nothing new is begun. Calls under way may end within the grace, and what came of them is
  /// written; what is left then is cut: its rows stand, and whoever takes the runs over sees what
  /// is in doubt.
  @Override
  public void close() {
    if (threads.isShutdown()) {
      return;
    }
    stop();
    try {
      untilNothingIsWalked(Deadline.in(grace));
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }

  private void untilNothingIsWalked(Deadline last) throws InterruptedException {
    while (!underWay.isEmpty() && !last.passed()) {
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  private record UnderWay(RunRef ref, Interruptible thread) {}
}

package dev.pilothouse.activities;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A ledger in memory that keeps to the rules of fences, orders and first outcomes.
final class FakeLedger implements Ledger {
  private final Clock clock;
  private final Map<RunId, Row> rows = new HashMap<>();
  private final Set<RunId> elsewhere = new HashSet<>();
  private final List<Writing> written = new ArrayList<>();
  private Consumer<Writing> before = _ -> {};
  private Consumer<Writing> after = _ -> {};
  private volatile Runnable beforeClaim = () -> {};

  FakeLedger(Clock clock) {
    this.clock = clock;
  }

  /// A queued run of a chain with these steps.
  synchronized RunRef queued(String steps) {
    return queued(steps, Json.NULL);
  }

  synchronized RunRef queued(String steps, Json data) {
    Json definition =
        new Json("{\"name\": \"Test\", \"on\": [{\"event\": \"x\"}], \"steps\": [" + steps + "]}");
    RunRef ref = new RunRef(TenantId.next(), RunId.next());
    CloudEvent event =
        new CloudEvent("test", "1", "x", "", clock.instant(), new EventData.Parsed(data));
    rows.put(
        ref.run(),
        new Row(
            ref,
            NewEntry.fromOutside(ref.tenant(), "test", event),
            new AutomationVersion(
                AutomationId.next(), VersionId.of(definition), "Test", definition)));
    return ref;
  }

  /// Asked before each writing is written; what it throws, the writer gets.
  synchronized void before(Consumer<Writing> hook) {
    before = hook;
  }

  synchronized void after(Consumer<Writing> hook) {
    after = hook;
  }

  /// A living process of another kind walks it.
  synchronized void walkElsewhere(RunRef run) {
    elsewhere.add(run.run());
    row(run).state = RunState.RUNNING;
  }

  /// Whether an earlier run of its key goes first.
  synchronized void behind(RunRef run, boolean another) {
    row(run).behind = another;
  }

  synchronized void order(RunRef run, Order order) {
    Row row = row(run);
    row.orders.add(
        new GivenOrder(
            row.orders.size() + 1L, order, "priya", "why", clock.instant(), Optional.empty()));
  }

  synchronized RunState state(RunRef run) {
    return row(run).state;
  }

  synchronized String reason(RunRef run) {
    return row(run).reason;
  }

  synchronized long fence(RunRef run) {
    return row(run).fence;
  }

  synchronized void inDoubt(RunRef run) {
    row(run).inDoubt = true;
  }

  /// A hold is over.
  ///
  /// @param maybe the attempt that the step waited for may have been made after the copy
  synchronized void released(RunRef run, String step, boolean maybe) {
    inDoubt(run);
    row(run)
        .awaited
        .computeIfPresent(
            new StepKey(step),
            (_, it) ->
                new StepRecord.Awaiting(it.due(), it.attempt(), it.input(), it.reason(), maybe));
  }

  synchronized List<Writing> written() {
    return List.copyOf(written);
  }

  /// What the last attempt failed with after which the step was to be tried again.
  StepError met(RunRef run, String key) {
    return Optional.ofNullable(row(run).met.get(new StepKey(key))).orElseThrow();
  }

  StepRecord step(RunRef run, String key) {
    return steps(run).stream()
        .filter(step -> step.key().text().equals(key))
        .findFirst()
        .orElseThrow();
  }

  Optional<StepOutcome> outcome(RunRef run, String key) {
    return steps(run).stream()
        .filter(step -> step.key().text().equals(key))
        .findFirst()
        .flatMap(StepRecord::outcome);
  }

  Claimed claimed(RunRef run) {
    return claim(List.of(run)).getFirst();
  }

  /// Run before each claim, which it holds up.
  void beforeClaim(Runnable hook) {
    beforeClaim = hook;
  }

  @Override
  public List<Claimed> claim(Collection<RunRef> runs) {
    beforeClaim.run();
    return claimNow(runs);
  }

  private synchronized List<Claimed> claimNow(Collection<RunRef> runs) {
    return runs.stream().map(this::row).filter(this::canBeClaimed).map(Row::claimAnew).toList();
  }

  private boolean canBeClaimed(Row row) {
    return switch (row.state) {
      case QUEUED -> !row.behind;
      case RUNNING -> !elsewhere.contains(row.ref.run());
      case WAITING, NEEDS_PERSON ->
          row.isOrdered() || row.due.filter(due -> !due.isAfter(clock.instant())).isPresent();
      case PAUSED -> row.isOrdered();
      case FINISHED, FAILED, CANCELLED -> false;
    };
  }

  @Override
  public CompletableFuture<Standing> write(Writing writing) {
    try {
      Consumer<Writing> first;
      Consumer<Writing> last;
      synchronized (this) {
        first = before;
        last = after;
      }
      first.accept(writing);
      Standing standing = writeNow(writing);
      last.accept(writing);
      return CompletableFuture.completedFuture(standing);
    } catch (RuntimeException failed) {
      return CompletableFuture.failedFuture(failed);
    }
  }

  private synchronized Standing writeNow(Writing writing) {
    refuseTwoLinesOfOneKind(writing);
    refuseWhatCannotBeKept(writing);
    written.add(writing);
    Row row = row(writing.claim().ref());
    boolean mine = row.fence == writing.claim().fence() && !row.state.ended();
    if (mine) {
      row.carryOut(writing.carriedOut(), clock.instant());
    }
    boolean live = mine && !row.isOrdered();
    writing.lines().forEach(line -> row.write(line, live, mine, clock.instant()));
    return row.turn(writing.turn(), mine, live, clock.instant());
  }

  /// As the database does, for which one statement must not touch a row twice.
  private static void refuseTwoLinesOfOneKind(Writing writing) {
    Set<String> seen = new HashSet<>();
    for (Line line : writing.lines()) {
      if (!seen.add(line.step().key() + " " + line.getClass().getSimpleName())) {
        throw new IllegalStateException("two lines of one kind for " + line.step().key());
      }
    }
  }

  /// As the database does, which takes no NUL, no year that is longer than others, and no number
  /// that is too long.
  private static void refuseWhatCannotBeKept(Object written) {
    if (Pattern.compile("\0|Json\\[text=[^\\]]*(?:\\\\u0000|1e999999)|due=\\+\\d{5}-")
        .matcher(written.toString())
        .find()) {
      throw new IllegalStateException("cannot be kept: " + written);
    }
  }

  @Override
  public Changed change(Claim claim, Step step, Json input, Function<Books, StepOutcome> work) {
    synchronized (this) {
      Row row = row(claim.ref());
      StepOutcome earlier = row.outcomes.get(step.key());
      if (earlier != null) {
        return new Changed.Settled(earlier);
      }
      if (row.fence != claim.fence() || row.state.ended()) {
        return new Changed.Refused(Standing.LOST);
      }
      if (row.isOrdered()) {
        return new Changed.Refused(Standing.ORDERED);
      }
      StepOutcome outcome = work.apply(NoBooks.BOOKS);
      row.write(new Line.Settle(step, input, outcome), true, true, clock.instant());
      return new Changed.Settled(outcome);
    }
  }

  @Override
  public synchronized Changed listen(
      Claim claim, Step step, Subscription subscription, Instant until) {
    refuseWhatCannotBeKept(subscription);
    row(claim.ref()).listening.put(step.key(), subscription);
    return waits(claim, step, new Json("{\"event\":\"" + subscription.type() + "\"}"), until);
  }

  @Override
  public synchronized Changed call(
      Claim claim, Step step, String automation, Json input, Optional<Instant> until) {
    refuseWhatCannotBeKept(input);
    Row row = row(claim.ref());
    row.called.add(automation);
    return until
        .map(time -> waits(claim, step, input, time))
        .orElseGet(() -> {
          StepOutcome outcome = new StepOutcome.Completed(new Json("{\"run\": \"r\"}"));
          row.write(new Line.Settle(step, input, outcome), true, true, clock.instant());
          return new Changed.Settled(outcome);
        });
  }

  private Changed waits(Claim claim, Step step, Json input, Instant until) {
    Row row = row(claim.ref());
    if (row.fence != claim.fence()) {
      return new Changed.Refused(Standing.LOST);
    }
    row.write(new Line.Await(step, input, until, ""), true, true, clock.instant());
    return new Changed.Waits(until);
  }

  /// What a step waits for has come.
  synchronized void send(RunRef run, String step, String body) {
    Row row = row(run);
    row.letters.put(new StepKey(step), new Json(body));
    row.mail = true;
    row.due = Optional.of(clock.instant());
  }

  /// Whether the step waits for a letter that has not come.
  synchronized boolean awaits(RunRef run, String step) {
    StepKey key = new StepKey(step);
    Row row = row(run);
    return row.awaited.containsKey(key)
        && !row.letters.containsKey(key)
        && !row.outcomes.containsKey(key);
  }

  synchronized List<String> called(RunRef run) {
    return List.copyOf(row(run).called);
  }

  @Override
  public synchronized List<Letter> letters(Claim claim) {
    Row row = row(claim.ref());
    row.mail = false;
    return row.pendingLetters();
  }

  @Override
  public Unattended takeUnattended(Duration quiet, Collection<RunId> inHand, int limit) {
    return new Unattended(List.of(), List.of());
  }

  @Override
  public synchronized List<StepRecord> steps(RunRef run) {
    return row(run).records();
  }

  @Override
  public synchronized List<Stand> stands(Collection<RunRef> runs) {
    return runs.stream()
        .map(this::row)
        .map(row -> new Stand(row.ref, row.version.name(), row.state, row.due, row.behind))
        .toList();
  }

  @Override
  public synchronized List<GivenOrder> orders(RunRef run) {
    return row(run).pending();
  }

  private Row row(RunRef run) {
    return Optional.ofNullable(rows.get(run.run())).orElseThrow();
  }

  private static final class Row {
    final RunRef ref;
    final NewEntry event;
    final AutomationVersion version;
    final Map<StepKey, Line> begun = new HashMap<>();
    final Map<StepKey, StepOutcome> outcomes = new HashMap<>();
    final Map<StepKey, StepRecord.Settlement> settled = new HashMap<>();
    final Map<StepKey, StepRecord.Reservation> reserved = new HashMap<>();
    final Map<StepKey, StepRecord.Awaiting> awaited = new HashMap<>();
    final Map<StepKey, StepError> met = new HashMap<>();
    final Map<StepKey, LoopProgress> progress = new HashMap<>();
    final Map<StepKey, Json> letters = new HashMap<>();
    final List<String> called = new ArrayList<>();
    final Map<StepKey, Subscription> listening = new HashMap<>();
    final List<GivenOrder> orders = new ArrayList<>();
    RunState state = RunState.QUEUED;
    Optional<Instant> due = Optional.empty();
    String reason = "";
    long fence;
    boolean inDoubt;
    boolean mail;
    boolean behind;

    Row(RunRef ref, NewEntry event, AutomationVersion version) {
      this.ref = ref;
      this.event = event;
      this.version = version;
    }

    Claimed claimAnew() {
      fence++;
      mail = false;
      state = RunState.RUNNING;
      return new Claimed(
          new Claim(ref, fence), event, version, records(), pendingLetters(), isOrdered(), inDoubt);
    }

    List<Letter> pendingLetters() {
      return letters.entrySet().stream()
          .map(letter -> new Letter(letter.getKey(), letter.getValue()))
          .toList();
    }

    List<GivenOrder> pending() {
      return orders.stream().filter(order -> order.carriedOutAt().isEmpty()).toList();
    }

    boolean isOrdered() {
      return !pending().isEmpty();
    }

    void carryOut(List<Long> ids, Instant now) {
      orders.replaceAll(order ->
          ids.contains(order.id())
              ? new GivenOrder(
                  order.id(),
                  order.order(),
                  order.actor(),
                  order.reason(),
                  order.givenAt(),
                  Optional.of(now))
              : order);
    }

    void write(Line line, boolean live, boolean mine, Instant now) {
      StepKey key = line.step().key();
      switch (line) {
        case Line.Settle(Step step, Json input, StepOutcome outcome) -> {
          StepOutcome was = outcomes.get(key);
          if (was == null
              || (was instanceof StepOutcome.Unknown
                  && !(outcome instanceof StepOutcome.Unknown))) {
            begun.putIfAbsent(key, line);
            outcomes.put(key, outcome);
            settled.put(key, new StepRecord.Settlement(outcome, step.attempt(), input, !mine, now));
          }
        }
        case Line.Reserve(Step step, var effectClass, Json input, Duration timeout) -> {
          if (live) {
            begun.putIfAbsent(key, line);
            reserved.put(
                key,
                new StepRecord.Reservation(
                    effectClass, input, step.attempt(), now, now.plus(timeout)));
          }
        }
        case Line.Advance(_, LoopProgress further) -> {
          if (live) {
            begun.putIfAbsent(key, line);
            progress.put(key, further);
          }
        }
        case Line.Await await -> {
          if (live) {
            begun.putIfAbsent(key, line);
            await(key, await);
          }
        }
      }
    }

    private void await(StepKey key, Line.Await line) {
      line.met().ifPresent(error -> met.put(key, error));
      awaited.put(
          key,
          new StepRecord.Awaiting(
              line.due(), line.step().attempt(), line.input(), line.reason(), line.maybe()));
    }

    Standing turn(Turn turn, boolean mine, boolean live, Instant now) {
      if (!mine) {
        return Standing.LOST;
      }
      return switch (turn) {
        case Turn.End(RunState ended, String because) -> {
          state = ended;
          reason = because;
          yield Standing.MINE;
        }
        case Turn.Leave(RunState left, Optional<Instant> until, _) when live -> {
          state = left;
          due = mail ? Optional.of(now) : until;
          yield Standing.MINE;
        }
        case Turn.Stay _, Turn.Leave _ -> live ? Standing.MINE : Standing.ORDERED;
      };
    }

    List<StepRecord> records() {
      return begun.values().stream()
          .map(Line::step)
          .map(step ->
              new StepRecord(
                  step.key(),
                  step.label(),
                  step.startedAt(),
                  Optional.ofNullable(reserved.get(step.key())),
                  Optional.ofNullable(settled.get(step.key())),
                  Optional.ofNullable(awaited.get(step.key())),
                  Optional.ofNullable(progress.get(step.key()))))
          .toList();
    }
  }
}

package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredLines.completed;
import static dev.pilothouse.stores.StoredLines.settled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.spi.FollowedRuns.Following;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Runs.News;
import dev.pilothouse.spi.Runs.Seen;
import dev.pilothouse.testkit.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What readers are told who follow a run.
class RunWatchTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration A_FEW_LOOKS = RunWatch.EVERY.multipliedBy(3);

  private final Neighbour here = new Neighbour(stores).alive();
  private final RunRef run = stores.queuedRun();
  private final RunWatch watch = new RunWatch(stores.database());

  @AfterEach
  void stop() {
    watch.close();
    here.close();
  }

  @Test
  void ringsWhenAStepIsWrittenWithoutTheRunsRow() throws InterruptedException {
    Claim claim = here.claim(run);
    here.write(claim, settled("first", done("1")));
    try (Following following = afterFirstLook()) {
      here.write(claim, settled("second", done("2")));

      assertThat(following.awaitChange(SOON)).isTrue();
    }
  }

  @Test
  void ringsWhenAStepWithinALoopIsWritten() throws InterruptedException {
    Claim claim = here.claim(run);
    here.write(claim, settled("each.0.mail", done("1")));
    try (Following following = afterFirstLook()) {
      here.write(claim, settled("each.1.mail", done("2")));

      assertThat(following.awaitChange(SOON)).isTrue();
    }
  }

  @Test
  void ringsForAnOrderAndForTheEnd() throws InterruptedException {
    Claim claim = here.claim(run);
    try (Following following = afterFirstLook()) {
      var _ = here.control().order(run, new Order.Cancel(), "person/priya", "");
      assertThat(following.awaitChange(SOON)).isTrue();

      here.end(claim, RunState.CANCELLED);
      assertThat(following.awaitChange(SOON)).isTrue();
    }
  }

  @Test
  void keepsQuietAboutARunThatStandsStillWhateverOthersDo() throws InterruptedException {
    RunRef other = stores.queuedRun();
    try (Following following = afterFirstLook()) {
      here.write(here.claim(other), completed("1"));

      assertThat(following.awaitChange(A_FEW_LOOKS)).isFalse();
    }
  }

  @Test
  void ringsForEachReaderOfARunUntilItLeaves() throws InterruptedException {
    Claim claim = here.claim(run);
    Following one = afterFirstLook();
    try (Following another = watch.follow(run)) {
      one.close();
      here.write(claim, completed("1"));

      assertThat(another.awaitChange(SOON)).isTrue();
      assertThat(one.awaitChange(Duration.ZERO)).isFalse();
    }
  }

  @Test
  void ringsWhenItIsTheTurnOfARunThatWaitedForAnother() throws InterruptedException {
    List<RunRef> inTurn = stores.runsInTurn(2);
    Claim first = here.claim(inTurn.getFirst());
    try (Following following = afterFirstLook(inTurn.getLast())) {
      here.end(first, RunState.FINISHED);

      assertThat(following.awaitChange(SOON)).isTrue();
    }
  }

  // ------------------------------------------------------------------ what is new

  @Test
  void tellsAllToWhoHasSeenNothing() {
    assertThat(look(Optional.empty()).news()).isEqualTo(new News.Everything());
  }

  @Test
  void tellsTheStepsThatWereWrittenSince() {
    Claim claim = here.claim(run);
    here.write(claim, settled("first", done("1")), settled("each.0.mail", done("1")));
    Seen before = whenNothingIsNew();
    here.write(claim, settled("second", done("2")), settled("each.1.mail", done("2")));

    assertThat(keys(look(Optional.of(before.mark()))))
        .containsExactlyInAnyOrder("second", "each.1.mail");
  }

  @Test
  void passesByNothingOfATransactionThatWasOpenAtTheLook() {
    Claim claim = here.claim(run);
    Seen during =
        stores
            .database()
            .asSystem(tx -> {
              tx.sql("select pg_current_xact_id()::text").query(String.class).single();
              Seen seen = look(Optional.empty());
              insert(tx, "late");
              return seen;
            });
    here.write(claim, settled("second", done("2")));

    assertThat(keys(look(Optional.of(during.mark())))).contains("late", "second");
  }

  @Test
  void tellsAllAnewWhereTooMuchIsNewOrTheMarkIsFromAfterNow() {
    Seen before = look(Optional.empty());
    stores.change(
        """
        insert into step_record (run_id, tenant_id, step, phase, name, kind, attempt, fence, started_at, result)
        select ?, ?, 'each.' || n || '.mail', 1, 'Mail', 'transform', 1, 1, now(), 'completed' from generate_series(1, ?) n\
        """,
        run.run().value(),
        run.tenant().value(),
        ShownSteps.MOST + 1);

    assertThat(look(Optional.of(before.mark())).news()).isEqualTo(new News.Everything());
    assertThat(look(Optional.of(before.mark() + 1_000_000)).news())
        .isEqualTo(new News.Everything());
  }

  @Test
  void showsNothingToOthers() {
    assertThat(stores.runs().look(stores.tenant(), run.run(), Optional.empty())).isEmpty();
  }

  private void insert(JdbcClient tx, String step) {
    tx.sql(
            """
            insert into step_record (run_id, tenant_id, step, phase, name, kind, attempt, fence, started_at, result)
            values (?, ?, ?, 1, 'Name', 'transform', 1, 1, now(), 'completed')\
            """)
        .params(run.run().value(), run.tenant().value(), step)
        .update();
  }

  private Following afterFirstLook() throws InterruptedException {
    return afterFirstLook(run);
  }

  /// At the first look the watch knows nothing, so it rings once.
  private Following afterFirstLook(RunRef of) throws InterruptedException {
    Following following = watch.follow(of);
    assertThat(following.awaitChange(SOON)).isTrue();
    return following;
  }

  /// Transactions of other tests hold a mark back for a moment.
  private Seen whenNothingIsNew() {
    AtomicReference<Seen> seen = new AtomicReference<>(look(Optional.empty()));
    Wait.until(
        "no transaction that was open before may still add to it",
        SOON,
        () -> keys(seen.updateAndGet(last -> look(Optional.of(last.mark())))).isEmpty());
    return seen.get();
  }

  private Seen look(Optional<Long> since) {
    Seen seen = stores.runs().look(run.tenant(), run.run(), since).orElseThrow();
    assertThat(seen.run()).extracting(Run::summary).isNotNull();
    return seen;
  }

  private static List<String> keys(Seen seen) {
    return seen.news() instanceof News.Steps(List<StepRecord> steps)
        ? steps.stream().map(step -> step.key().text()).toList()
        : List.of("everything");
  }

  private static StepOutcome done(String json) {
    return new StepOutcome.Completed(new Json(json));
  }
}

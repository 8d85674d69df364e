package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Awaited;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Overview.Figures;
import dev.pilothouse.spi.Overview.Now;
import dev.pilothouse.spi.Overview.Source;
import dev.pilothouse.spi.Overview.Stop;
import dev.pilothouse.spi.Overview.Window;
import dev.pilothouse.spi.Runs.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOverviewTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Duration SLOT = Duration.ofMinutes(30);

  private final TenantId tenant = stores.tenant();
  private final PostgresOverview overview = new PostgresOverview(stores.database());

  /// Now lies in the last of two stretches.
  private final Window window =
      new Window(Instant.now().minus(SLOT.multipliedBy(3).dividedBy(2)), SLOT, 2);

  @Test
  void isQuietWhereNothingHappened() {
    Figures figures = figures();

    assertThat(figures.now()).hasSize(5).containsKey(RunState.WAITING);
    assertThat(now(figures, RunState.RUNNING).count()).isEqualTo(new Count(0, false));
    assertThat(figures.slots()).containsExactly(Map.of(), Map.of());
    assertThat(figures.intake().sources()).isEmpty();
    assertThat(figures.unknownEffects()).isEqualTo(new Count(0, false));
  }

  @Test
  void countsRunsWhereTheyStandAndWhenTheyWereQueued() {
    stores.publish(tenant, "Greet");
    List<RunId> runs = runs(4);
    put(runs.get(0), RunState.FAILED);
    put(runs.get(1), RunState.FINISHED);
    put(runs.get(2), RunState.WAITING);

    Figures figures = figures();

    assertThat(now(figures, RunState.QUEUED).count()).isEqualTo(new Count(1, false));
    assertThat(now(figures, RunState.WAITING).next()).isPresent();
    assertThat(now(figures, RunState.WAITING).oldest()).isPresent();
    assertThat(figures.slots().getFirst()).isEmpty();
    assertThat(figures.slots().getLast())
        .containsOnly(
            Map.entry(RunState.FAILED, new Count(1, false)),
            Map.entry(RunState.FINISHED, new Count(1, false)),
            Map.entry(RunState.WAITING, new Count(1, false)),
            Map.entry(RunState.QUEUED, new Count(1, false)));
  }

  @Test
  void looksNoFurtherBackThanItIsAsked() {
    stores.publish(tenant, "Greet");
    runs(2);
    Window before = new Window(Instant.now().minus(SLOT.multipliedBy(4)), SLOT, 2);

    assertThat(overview.of(tenant, before).slots()).containsExactly(Map.of(), Map.of());
  }

  @Test
  void tellsWhatCameFromWhereAndWhatBecameOfIt() {
    runs(1);
    stores.publish(tenant, "Greet");
    runs(2);
    stores
        .journal()
        .refuse(tenant, new Journal.Refusal("key/1", "https://shop", "7", "order", 400, "No.", 12));

    List<Source> sources = figures().intake().sources();

    assertThat(sources).hasSize(2);
    assertThat(sources.getFirst()).returns(3, Source::received).returns(2, Source::fired);
    assertThat(sources.getLast()).isEqualTo(new Source("https://shop", 0, 0, 1));
  }

  @Test
  void countsEffectsThatNobodyKnowsTheOutcomeOf() {
    stores.publish(tenant, "Greet");
    RunId run = runs(1).getFirst();
    put(run, RunState.NEEDS_PERSON);
    record(run, "mail", 1, "unknown", "No answer came.");

    assertThat(figures().unknownEffects()).isEqualTo(new Count(1, false));
  }

  @Test
  void tellsAtWhichStepARunStands() {
    stores.publish(tenant, "Greet");
    List<RunId> runs = runs(3);
    record(runs.get(0), "nap", 2, "", "Waits until noon");
    record(runs.get(0), "before", 2, "", "Waited before");
    record(runs.get(0), "before", 1, "completed", "");
    record(runs.get(1), "mail", 1, "unknown", "No answer came.");

    assertThat(overview.stops(tenant, runs))
        .containsOnlyKeys(runs.get(0), runs.get(1))
        .hasEntrySatisfying(
            runs.get(0),
            stop -> {
              assertThat(stop.words()).isEqualTo("Waits until noon");
              assertThat(stop.until()).isPresent();
            })
        .hasEntrySatisfying(
            runs.get(1), stop -> assertThat(stop.words()).isEqualTo("No answer came."));
    assertThat(overview.stops(stores.tenant(), runs)).isEmpty();
  }

  @Test
  void tellsWaitsForATimeAnEventAndAnotherTryApart() {
    stores.publish(tenant, "Greet");
    List<RunId> runs = runs(3);
    waits(runs.get(0), "wait", "null");
    waits(runs.get(1), "wait", "{\"event\": \"invoice.paid\"}");
    waits(runs.get(2), "mail.send", "{}");

    Map<RunId, Stop> stops = overview.stops(tenant, runs);

    assertThat(stops.get(runs.get(0))).extracting(Stop::kind).isEqualTo(Awaited.Kind.TIME);
    assertThat(stops.get(runs.get(1))).extracting(Stop::kind).isEqualTo(Awaited.Kind.EVENT);
    assertThat(stops.get(runs.get(2))).extracting(Stop::kind).isEqualTo(Awaited.Kind.RETRY);
  }

  @Test
  void seesNothingOfANeighbour() {
    stores.publish(tenant, "Greet");
    runs(1);

    Figures neighbours = overview.of(stores.tenant(), window);

    assertThat(neighbours.slots()).containsExactly(Map.of(), Map.of());
    assertThat(neighbours.intake().sources()).isEmpty();
    assertThat(now(neighbours, RunState.QUEUED).count()).isEqualTo(new Count(0, false));
  }

  private static Now now(Figures figures, RunState state) {
    return Objects.requireNonNull(figures.now().get(state));
  }

  private Figures figures() {
    return overview.of(tenant, window);
  }

  private List<RunId> runs(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> stores.accept(tenant, "n" + number + System.nanoTime()))
        .flatMap(accepted -> accepted.runs().stream())
        .toList();
  }

  private void waits(RunId run, String kind, String input) {
    stores.change(
        """
        insert into step_record (run_id, step, phase, tenant_id, name, kind, attempt, fence, input, reason, due, started_at)
        values (?, 'step', 2, ?, 'step', ?, 1, 1, ?::jsonb, 'Waits', now() + interval '1 h', now())\
        """,
        run.value(),
        tenant.value(),
        kind,
        input);
  }

  private void record(RunId run, String step, int phase, String result, String reason) {
    stores.change(
        """
        insert into step_record (run_id, step, phase, tenant_id, name, kind, attempt, fence, result, reason, due, started_at)
        values (?, ?, ?, ?, ?, 'mail.send', 1, 1, nullif(?, ''), ?, now() + interval '1 h', now())\
        """,
        run.value(),
        step,
        phase,
        tenant.value(),
        step,
        result,
        reason);
  }

  private void put(RunId run, RunState state) {
    stores.change(
        """
        update run set state = ?, due_at = now() + interval '1 h', finished_at = case when ? then now() end where id = ?\
        """,
        state.text(),
        state.ended(),
        run.value());
  }
}

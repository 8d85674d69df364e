package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Glances;
import dev.pilothouse.spi.Glances.Glance;
import dev.pilothouse.spi.Glances.Newest;
import dev.pilothouse.spi.Runs.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresGlancesTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Instant LONG_AGO = Instant.EPOCH;

  /// A draft may hold anything: what is no trigger starts nothing.
  private static final String DRAFT =
      """
      {"name": "Drafted", "description": "By hand.",
       "on": [{"manual": "Go"}, {"api": {}}, {"event": "invoice.paid"}, {"event": 7}, "soon", {}], "steps": []}\
      """;

  private final TenantId tenant = stores.tenant();
  private final Glances glances = new PostgresGlances(stores.database());

  @Test
  void showsTheNewestOfAllStatesFirst() {
    AutomationId greet = greet();
    List<RunId> runs = runs(3);
    put(runs.get(0), RunState.FAILED);
    put(runs.get(2), RunState.FINISHED);

    Glance glance = glance(greet, LONG_AGO);

    assertThat(glance.newest()).extracting(Newest::run).containsExactlyElementsOf(runs.reversed());
    assertThat(glance.newest())
        .extracting(Newest::state)
        .containsExactly(RunState.FINISHED, RunState.QUEUED, RunState.FAILED);
    assertThat(glance.newest().getFirst().lasted()).contains(Duration.ofSeconds(3));
    assertThat(glance.newest().get(1).lasted()).isEmpty();
  }

  @Test
  void showsThirtyAtMost() {
    AutomationId greet = greet();
    List<RunId> runs = runs(32);

    assertThat(glance(greet, LONG_AGO).newest())
        .hasSize(30)
        .first()
        .returns(runs.getLast(), Newest::run);
  }

  @Test
  void countsThoseThatEndedLatelyAndAllThatHaveNot() {
    AutomationId greet = greet();
    List<RunId> runs = runs(3);
    put(runs.get(0), RunState.FAILED);
    Instant later = Instant.now().plusSeconds(60);

    assertThat(glance(greet, LONG_AGO).counts())
        .hasSize(RunState.values().length)
        .containsEntry(RunState.FAILED, new Count(1, false))
        .containsEntry(RunState.QUEUED, new Count(2, false))
        .containsEntry(RunState.FINISHED, new Count(0, false));
    assertThat(glance(greet, later).counts())
        .containsEntry(RunState.FAILED, new Count(0, false))
        .containsEntry(RunState.QUEUED, new Count(2, false));
  }

  @Test
  void keepsAutomationsApartAndLeavesOutThoseOfOthers() {
    AutomationId greet = greet();
    AutomationId bill = stores.publish(tenant, "Bill").automation();
    runs(1);
    TenantId neighbour = stores.tenant();

    assertThat(glances.of(tenant, List.of(bill, greet), LONG_AGO))
        .extracting(Glance::automation)
        .containsExactly(bill, greet);
    assertThat(glance(bill, LONG_AGO).newest()).hasSize(1);
    assertThat(glances.of(neighbour, List.of(greet), LONG_AGO)).isEmpty();
  }

  @Test
  void tellsWhatTheVersionInForceIsForAndWhatStartsIt() {
    AutomationId greet = greet();
    Automations automations = new PostgresAutomations(stores.database());
    String seen = automations.find(tenant, greet).orElseThrow().draft().tag();
    Draft later =
        Draft.of(
            new Json(
                "{\"name\": \"Greet\", \"description\": \"Later.\", \"on\": [{\"api\": {}}]}"));
    assertThat(automations.save(tenant, greet, seen, later, "test"))
        .isInstanceOf(Automations.Saved.Done.class);
    AutomationId drafted =
        automations.create(tenant, "Drafted", Draft.of(new Json(DRAFT)), "test").orElseThrow();

    assertThat(glance(greet, LONG_AGO).description()).isEmpty();
    assertThat(glance(greet, LONG_AGO).startedBy()).isEmpty();
    assertThat(glance(drafted, LONG_AGO).description()).isEqualTo("By hand.");
    assertThat(glance(drafted, LONG_AGO).startedBy())
        .containsExactly("manual", "api", "invoice.paid");
  }

  private Glance glance(AutomationId automation, Instant since) {
    return glances.of(tenant, List.of(automation), since).getFirst();
  }

  private AutomationId greet() {
    return stores.publish(tenant, "Greet").automation();
  }

  private List<RunId> runs(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> stores.accept(tenant, "n" + number).runs().getFirst())
        .toList();
  }

  private void put(RunId run, RunState state) {
    stores.change(
        "update run set state = ?, started_at = now(), finished_at = now() + interval '3 s' where id = ?",
        state.text(),
        run.value());
  }
}

package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.spi.Runs.StepPage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is shown of runs whose loops have left many steps.
class ShownStepsTest {
  @RegisterExtension static final Stores stores = new Stores();

  private RunRef run = new RunRef(stores.tenant(), RunId.next());

  @BeforeEach
  void acceptAnEvent() {
    run = stores.queuedRun();
  }

  @Test
  void showsAllStepsOfARunThatHasFew() {
    settled("each.0.mail");
    settled("each.10.mail");
    settled("first");

    assertThat(keys(shown().steps()))
        .containsExactlyInAnyOrder("each.0.mail", "each.10.mail", "first");
    assertThat(shown().moreSteps()).isFalse();
  }

  @Test
  void showsWhatStandsOutsideOfALongLoopItsTurnsUnderWayAndWhatWentWrong() {
    settled("a-first");
    settled("each-2");
    settled("zz");
    turns("each", 20_000, "mail", "completed");
    turns("each-3", 20_000, "mail", "completed");
    stores.change(
        "update step_record set result = 'failed', error = '{\"code\": \"x\", \"kind\": \"user\", \"message\": \"m\"}' where run_id = ? and step in ('each.7.mail', 'each.9000.mail')",
        run.run().value());
    progress("each", 30_000, 19_998, 2);
    waiting("each.19999.mail");
    settled("each-3");

    List<String> steps = keys(shown().steps());

    assertThat(steps)
        .containsExactlyInAnyOrder(
            "a-first",
            "each",
            "each-2",
            "each-3",
            "zz",
            "each.19998.mail",
            "each.19999.mail",
            "each.7.mail",
            "each.9000.mail");
    assertThat(shown().moreSteps()).isTrue();
    assertThat(step("each").progress().map(LoopProgress::items)).contains(30_000);
  }

  @Test
  void showsTheTurnsUnderWayOfALoopWithinALoop() {
    turns("each", 400, "mail", "completed");
    progress("each", 500, 400, 0);
    progress("each.400.inner", 9, 3, 0);
    turns("each.400.inner", 4, "bill", "completed");

    assertThat(keys(shown().steps()))
        .containsExactlyInAnyOrder("each", "each.400.inner", "each.400.inner.3.bill");
  }

  @Test
  void showsAtMostAFewHundredSteps() {
    turns("each", 100_000, "mail", "completed");
    progress("each", 100_000, 0, 0);
    turns("each", 1_000, "bill", "failed");

    assertThat(shown().steps()).hasSizeBetween(100, ShownSteps.MOST);
  }

  @Test
  void pagesThroughALoopTurnByTurn() {
    turns("each", 12, "mail", "completed");
    turns("each", 12, "bill", "completed");
    turns("each.3.inner", 5, "x", "completed");
    settled("each.3.inner");

    StepPage first = turns(-1, 4);
    StepPage second = turns(3, 9);

    assertThat(keys(first.steps()))
        .containsExactly(
            "each.0.mail",
            "each.0.bill",
            "each.1.mail",
            "each.1.bill",
            "each.2.mail",
            "each.2.bill",
            "each.3.mail",
            "each.3.bill",
            "each.3.inner");
    assertThat(first.goOn()).contains("3");
    assertThat(keys(second.steps())).hasSize(16).endsWith("each.11.mail", "each.11.bill");
    assertThat(second.goOn()).isEmpty();
    assertThat(
            keys(
                stores
                    .runs()
                    .turns(run.tenant(), run.run(), new StepKey("each.3.inner"), -1, 2)
                    .orElseThrow()
                    .steps()))
        .containsExactly("each.3.inner.0.x", "each.3.inner.1.x");
  }

  @Test
  void pagesThroughWhatStandsOutsideOfLoops() {
    for (String key : List.of("a", "b", "c")) {
      settled(key);
    }
    turns("c", 5, "mail", "completed");

    StepPage first =
        stores.runs().steps(run.tenant(), run.run(), Optional.empty(), 2).orElseThrow();
    StepPage last =
        stores
            .runs()
            .steps(run.tenant(), run.run(), first.goOn().map(StepKey::new), 2)
            .orElseThrow();

    assertThat(keys(first.steps())).containsExactly("a", "b");
    assertThat(first.goOn()).contains("b");
    assertThat(keys(last.steps())).containsExactly("c");
    assertThat(last.goOn()).isEmpty();
  }

  @Test
  void knowsNoStepsOfOtherTenants() {
    settled("a");

    assertThat(stores.runs().steps(stores.tenant(), run.run(), Optional.empty(), 2)).isEmpty();
    assertThat(stores.runs().turns(stores.tenant(), run.run(), new StepKey("a"), -1, 2)).isEmpty();
  }

  private StepPage turns(int after, int limit) {
    return stores
        .runs()
        .turns(run.tenant(), run.run(), new StepKey("each"), after, limit)
        .orElseThrow();
  }

  private Run shown() {
    return stores.runs().find(run.tenant(), run.run()).orElseThrow();
  }

  private StepRecord step(String key) {
    return shown().steps().stream()
        .filter(step -> step.key().text().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> keys(List<StepRecord> steps) {
    return steps.stream().map(step -> step.key().text()).toList();
  }

  private void settled(String key) {
    row(key, 1, "result, output", "'completed', '1'");
  }

  private void waiting(String key) {
    stores.change("delete from step_record where run_id = ? and step = ?", run.run().value(), key);
    row(key, 2, "due, reason", "now(), 'Tries again'");
  }

  private void progress(String key, int items, int done, int failed) {
    row(key, 3, "items, done, failed", items + ", " + done + ", " + failed);
  }

  private void row(String key, int phase, String columns, String values) {
    stores.change(
        """
        insert into step_record (run_id, tenant_id, step, phase, name, kind, attempt, fence, started_at, %s)
        values (?, ?, ?, ?, 'Name', 'transform', 1, 1, now(), %s)\
        """
            .formatted(columns, values),
        run.run().value(),
        run.tenant().value(),
        key,
        phase);
  }

  private void turns(String loop, int count, String step, String result) {
    stores.change(
        """
        insert into step_record (run_id, tenant_id, step, phase, name, kind, attempt, fence, started_at, result, error)
        select ?, ?, ? || '.' || n || '.' || ?, 1, 'Name', 'transform', 1, 1, now(), r,
          case when r = 'failed' then '{"code": "x", "kind": "user", "message": "m"}'::jsonb end
        from (values (?)) as t(r), generate_series(0, ? - 1) n\
        """,
        run.run().value(),
        run.tenant().value(),
        loop,
        step,
        result,
        count);
  }
}

package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Address;
import dev.pilothouse.model.Address.ParentStep;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.FailedStep;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunOrigin;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Runs.Count;
import dev.pilothouse.spi.Runs.Filter;
import dev.pilothouse.spi.Runs.Found;
import dev.pilothouse.spi.Runs.Kin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunSearchTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final TenantId tenant = stores.tenant();

  @Test
  void listsTheNewestFirstAndGoesOnWhereThePageBeforeEnded() {
    List<RunId> runs = runs(5);

    Found first = page(Filter.ALL, Optional.empty(), 2);
    Found last = page(Filter.ALL, first.goOn(), 3);

    assertThat(ids(first)).containsExactly(runs.get(4), runs.get(3));
    assertThat(ids(last)).containsExactly(runs.get(2), runs.get(1), runs.get(0));
    assertThat(last.goOn()).isEmpty();
  }

  @Test
  void mixesStatesInTheOrderOfTime() {
    List<RunId> runs = runs(4);
    put(runs.get(0), RunState.FAILED);
    put(runs.get(1), RunState.FINISHED);
    put(runs.get(2), RunState.WAITING);

    Filter filter = inStates(RunState.FAILED, RunState.WAITING, RunState.QUEUED);

    assertThat(found(filter)).containsExactly(runs.get(3), runs.get(2), runs.get(0));
    assertThat(found(inStates(RunState.PAUSED))).isEmpty();
  }

  @Test
  void findsRunsOfAnAutomationByIdAndByName() {
    RunId greet = runs(1).getFirst();
    AutomationId bill = stores.publish(tenant, "Bill").automation();
    List<RunId> both = stores.accept(tenant, "second").runs();

    assertThat(found(of(bill.toString()))).hasSize(1);
    assertThat(found(of("Bill"))).isEqualTo(found(of(bill.toString())));
    assertThat(found(of("Greet")))
        .hasSize(2)
        .contains(greet)
        .doesNotContain(found(of("Bill")).getFirst());
    assertThat(both).contains(found(of("Bill")).getFirst());
    assertThat(found(of("Nobody"))).isEmpty();
  }

  @Test
  void findsRunsBySubject() {
    stores.publish(tenant, "Greet");
    RunId other = accept("deal/7", "{}");
    accept("deal/8", "{}");

    assertThat(found(ofSubject("deal/7"))).containsExactly(other);
    assertThat(found(ofSubject("deal"))).isEmpty();
  }

  @Test
  void findsRunsByTheTimeTheyWereQueued() {
    RunId run = runs(1).getFirst();
    Instant queued = newest().queuedAt();

    assertThat(found(between(queued, queued.plusMillis(1)))).containsExactly(run);
    assertThat(found(between(queued.plusMillis(1), queued.plusSeconds(60)))).isEmpty();
    assertThat(found(between(queued.minusSeconds(60), queued))).isEmpty();
  }

  @Test
  void findsRunsOfAnEventAndThoseThatAnotherRunCausedOrCalled() {
    RunId first = runs(1).getFirst();
    RunSummary cause = newest();
    NewEntry.Cause because = new NewEntry.Cause(cause.event().id(), first, 1);
    RunId caused = append(StoredEvents.changedBy(tenant, because));
    Address call =
        new Address(
            cause.walks().automation(), Optional.of(new ParentStep(first, new StepKey("greet"))));
    RunId called = append(StoredEvents.changedBy(tenant, because).addressedTo(call));

    assertThat(found(akin(new Kin(Optional.of(cause.event().id()), none(), none(), none()))))
        .containsExactly(first);
    assertThat(found(akin(new Kin(Optional.empty(), none(), Optional.of(first), none()))))
        .containsExactly(called, caused);
    assertThat(found(akin(new Kin(Optional.empty(), Optional.of(first), none(), none()))))
        .containsExactly(called);
    assertThat(newest().origin())
        .isEqualTo(
            new RunOrigin(
                Optional.of(new ParentStep(first, new StepKey("greet"))),
                Optional.of(first),
                Optional.empty()));
  }

  @Test
  void saysWhichStepARunFailedWith() {
    RunId run = runs(1).getFirst();
    step(
        run,
        "early",
        "failed",
        "{\"code\": \"x\", \"kind\": \"user\", \"message\": \"Tolerated.\"}");
    step(run, "mail", "failed", "{\"code\": \"x\", \"kind\": \"user\", \"message\": \"Refused.\"}");
    put(run, RunState.FAILED);

    assertThat(newest().failure())
        .contains(new FailedStep(new StepKey("mail"), "The mail", "Refused."));
    assertThat(newest().walks().version().number()).isEqualTo(1);
    assertThat(newest().lasted().orElseThrow()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
  }

  @Test
  void countsEachStateByItselfWhateverStateIsLookedAt() {
    List<RunId> runs = runs(4);
    put(runs.get(0), RunState.FAILED);
    put(runs.get(1), RunState.FAILED);

    assertThat(stores.runs().counts(tenant, inStates(RunState.WAITING)))
        .hasSize(RunState.values().length)
        .containsEntry(RunState.FAILED, new Count(2, false))
        .containsEntry(RunState.QUEUED, new Count(2, false))
        .containsEntry(RunState.WAITING, new Count(0, false));
    assertThat(stores.runs().counts(tenant, ofSubject("deal/42")))
        .containsEntry(RunState.FAILED, new Count(2, false));
    assertThat(stores.runs().counts(tenant, of("Nobody"))).isEmpty();
  }

  @Test
  void countsNoFurtherThanAnybodyWantsToKnow() {
    runs(1);
    copyOfTheNewest(RunSearch.COUNTED);

    assertThat(stores.runs().counts(tenant, Filter.ALL))
        .containsEntry(RunState.QUEUED, new Count(RunSearch.COUNTED, true));
  }

  @Test
  void findsATextInEventsAndInWhatStepsGotGaveAndFailedWith() {
    stores.publish(tenant, "Greet");
    RunId event = accept("", "{\"name\": \"Ünder \\\"Quotes\\\" & Söhne\"}");
    RunId input = accept("", "{}");
    stores.change(
        "insert into step_record (run_id, tenant_id, step, phase, name, kind, attempt, fence, input, started_at)"
            + " values (?, ?, 'a', 0, 'A', 'mail.send', 1, 1, '{\"to\": \"Priya@example.com\"}', now())",
        input.value(),
        tenant.value());
    RunId error = accept("", "{}");
    step(
        error,
        "mail",
        "failed",
        "{\"code\": \"mail.refused\", \"kind\": \"user\", \"message\": \"No \\\"route\\\" to 100%_\"}");

    assertThat(found(text("\"quotes\" & SÖHNE"))).containsExactly(event);
    assertThat(found(text("priya@EXAMPLE"))).containsExactly(input);
    assertThat(found(text("\"route\" to 100%_"))).containsExactly(error);
    assertThat(found(text("mail.refused"))).containsExactly(error);
    assertThat(found(text("100%%"))).isEmpty();
  }

  @Test
  void looksForATextAmongRunsThatFitAllElse() {
    List<RunId> runs = runs(3);
    put(runs.get(1), RunState.FAILED);

    Filter filter =
        new Filter(
            Set.of(RunState.FAILED), "", "", Optional.empty(), Optional.empty(), Kin.ANY, "won");

    assertThat(found(filter)).containsExactly(runs.get(1));
  }

  @Test
  void looksForATextInWindowsAndGoesOnWhereItBrokeOff() {
    RunId hit = accept("deal/1", "{\"name\": \"needle\"}", true);
    accept("deal/2", "{}");
    copyOfTheNewest(450);
    RunTextSearch.Hits noTime =
        new RunTextSearch(stores.database(), tenant, text("needle"), seconds())
            .newest(Optional.empty(), 10);

    assertThat(noTime.runs()).isEmpty();
    assertThat(noTime.goOn()).isPresent();

    RunTextSearch.Hits rest =
        new RunTextSearch(stores.database(), tenant, text("needle"), () -> 0L)
            .newest(noTime.goOn(), 10);
    assertThat(rest.runs()).containsExactly(hit);
    assertThat(rest.goOn()).isEmpty();
  }

  @Test
  void endsAPageOfHitsWhereTheNextOneBegins() {
    List<RunId> runs = runs(3);

    Found first = page(text("won"), Optional.empty(), 2);

    assertThat(ids(first)).containsExactly(runs.get(2), runs.get(1));
    assertThat(first.goOn()).contains(runs.get(1));
    assertThat(page(text("won"), first.goOn(), 2).goOn()).isEmpty();
  }

  @Test
  void hidesRunsFromOtherTenants() {
    runs(1);

    assertThat(stores.newestRuns(stores.tenant(), 10)).isEmpty();
    assertThat(stores.runs().page(stores.tenant(), text("won"), Optional.empty(), 10).runs())
        .isEmpty();
  }

  /// Each look at the clock finds a second gone.
  private static LongSupplier seconds() {
    AtomicLong ticks = new AtomicLong();
    return () -> Duration.ofSeconds(ticks.getAndIncrement()).toNanos();
  }

  private List<RunId> runs(int count) {
    stores.publish(tenant, "Greet");
    return IntStream.range(0, count)
        .mapToObj(number -> stores.accept(tenant, "n" + number).runs().getFirst())
        .toList();
  }

  private RunId accept(String subject, String data, boolean publishFirst) {
    if (publishFirst) {
      stores.publish(tenant, "Greet");
    }
    return accept(subject, data);
  }

  private RunId accept(String subject, String data) {
    CloudEvent event =
        new CloudEvent(
            "test",
            EventId.next().toString(),
            "crm.deal.won",
            subject,
            StoredEvents.TIME,
            new EventData.Parsed(new Json(data)));
    return stores.journal().accept(tenant, "test", event).join().runs().getFirst();
  }

  private RunId append(NewEntry entry) {
    return stores
        .database()
        .asSystem(tx -> stores.door().append(tx, List.of(entry)))
        .runs()
        .getOrDefault(entry.id(), List.of())
        .getFirst();
  }

  /// Younger ones than all there are.
  private void copyOfTheNewest(int count) {
    stores.change(
        """
        insert into run (id, tenant_id, event_id, automation, automation_id, version, position)
        select uuidv7(interval '1 s' * n), tenant_id, event_id, automation, automation_id, version, position
        from (select * from run where tenant_id = ? order by id desc limit 1) r, generate_series(1, ?) n\
        """,
        tenant.value(),
        count);
  }

  private void put(RunId run, RunState state) {
    stores.change(
        "update run set state = ?, started_at = now(), finished_at = case when ? then now() end where id = ?",
        state.text(),
        state.ended(),
        run.value());
  }

  private void step(RunId run, String key, String result, String error) {
    stores.change(
        "insert into step_record (run_id, tenant_id, step, phase, name, kind, attempt, fence, result, error, started_at)"
            + " values (?, ?, ?, 1, ?, 'mail.send', 1, 1, ?, ?::jsonb, now())",
        run.value(),
        tenant.value(),
        key,
        "The " + key,
        result,
        error);
  }

  private RunSummary newest() {
    return stores.newestRuns(tenant, 1).getFirst();
  }

  private List<RunId> found(Filter filter) {
    return ids(page(filter, Optional.empty(), 200));
  }

  private Found page(Filter filter, Optional<RunId> before, int limit) {
    return stores.runs().page(tenant, filter, before, limit);
  }

  private static List<RunId> ids(Found found) {
    return found.runs().stream().map(RunSummary::id).toList();
  }

  private static Optional<RunId> none() {
    return Optional.empty();
  }

  private static Filter inStates(RunState... states) {
    return new Filter(Set.of(states), "", "", Optional.empty(), Optional.empty(), Kin.ANY, "");
  }

  private static Filter of(String automation) {
    return new Filter(Set.of(), automation, "", Optional.empty(), Optional.empty(), Kin.ANY, "");
  }

  private static Filter ofSubject(String subject) {
    return new Filter(Set.of(), "", subject, Optional.empty(), Optional.empty(), Kin.ANY, "");
  }

  private static Filter between(Instant from, Instant until) {
    return new Filter(Set.of(), "", "", Optional.of(from), Optional.of(until), Kin.ANY, "");
  }

  private static Filter akin(Kin kin) {
    return new Filter(Set.of(), "", "", Optional.empty(), Optional.empty(), kin, "");
  }

  private static Filter text(String text) {
    return new Filter(Set.of(), "", "", Optional.empty(), Optional.empty(), Kin.ANY, text);
  }
}

package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredLines.settled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.Notification;
import dev.pilothouse.model.Person;
import dev.pilothouse.model.PersonId;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.Tenant;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Ledger.Standing;
import dev.pilothouse.spi.Ledger.Turn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FailureNoticesTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final int BY_THEMSELVES = FailureRows.BY_THEMSELVES;

  private final Neighbour here = new Neighbour(stores).alive();
  private final PostgresNotifications notifications = new PostgresNotifications(stores.database());
  private final PostgresUntoldFailures untold = new PostgresUntoldFailures(stores.database());
  private final TenantId tenant = stores.tenant();
  private final Person ada = person(Role.MEMBER);
  private final Person admin = person(Role.ADMIN);

  @AfterEach
  void stop() {
    here.close();
  }

  @Test
  void tellsTheOwnerWithTheEndOfTheRun() {
    publish("Greet", tellsAda());
    RunRef run = fail();

    assertThat(told(ada))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.text()).isEqualTo("'Greet' failed: step 'Mail': No route.");
          assertThat(notice.run()).contains(run.run());
          assertThat(notice.about()).isEqualTo("deal/42");
          assertThat(notice.to()).isEqualTo("owner");
        });
    assertThat(told(admin)).isEmpty();
  }

  @Test
  void tellsARoleAndAnAddress() {
    publish("One", tells("role:admin"));
    publish("Two", tells(ada.email()));
    runs("1").forEach(this::fail);

    assertThat(texts(admin)).containsExactly("'One' failed: step 'Mail': No route.");
    assertThat(texts(ada)).containsExactly("'Two' failed: step 'Mail': No route.");
  }

  @Test
  void saysNothingWhereNobodyAskedNorOfOtherEnds() {
    publish("Greet", tellsAda());
    end(runs("1").getFirst(), RunState.FINISHED);
    end(runs("2").getFirst(), RunState.CANCELLED);
    publish("Silent", "");
    runs("3").stream().filter(run -> !nameOf(run).equals("Greet")).forEach(this::fail);

    assertThat(told(ada)).isEmpty();
    assertThat(told(admin)).isEmpty();
  }

  @Test
  void tellsOfARunOnceHoweverOftenItsEndIsWritten() {
    publish("Greet", tellsAda());
    RunRef run = runs("1").getFirst();
    var claim = here.claim(run);

    assertThat(here.write(claim, failed())).isEqualTo(Standing.MINE);
    assertThat(here.write(claim, failed())).isEqualTo(Standing.LOST);

    assertThat(told(ada)).hasSize(1);
  }

  @Test
  void tellsOfTheFirstFailuresByThemselvesAndOfTheOthersTogether() {
    publish("Greet", tellsAda());
    IntStream.range(0, BY_THEMSELVES + 57).forEach(i -> fail(runs("n" + i).getFirst()));
    assertThat(told(ada)).hasSize(BY_THEMSELVES);
    assertThat(untold.tell(10)).isZero();

    theTimeIsOver();
    assertThat(untold.tell(10)).isOne();
    assertThat(untold.tell(10)).isZero();

    assertThat(told(ada)).hasSize(BY_THEMSELVES + 1);
    Notification together = told(ada).getFirst();
    assertThat(together.text())
        .startsWith("And 57 more runs of 'Greet' failed between ")
        .endsWith("; the last: step 'Mail': No route.");
    assertThat(together.about()).startsWith("automation/");
    assertThat(together.run()).isPresent();
  }

  @Test
  void beginsAnewWhenTheTimeIsOver() {
    publish("Greet", tellsAda());
    fail();
    theTimeIsOver();
    fail();

    assertThat(told(ada)).hasSize(2);
    theTimeIsOver();
    assertThat(untold.tell(10)).isOne();
    assertThat(told(ada)).hasSize(2);
  }

  @Test
  void countsOnWhatIsOverUntilItIsTold() {
    publish("Greet", tellsAda());
    IntStream.range(0, BY_THEMSELVES + 1).forEach(i -> fail(runs("n" + i).getFirst()));
    theTimeIsOver();
    fail();
    var _ = untold.tell(10);

    assertThat(texts(ada)).hasSize(BY_THEMSELVES + 1);
    assertThat(texts(ada).getFirst()).startsWith("And 2 more runs of 'Greet'");
  }

  @Test
  void countsManyFailuresOfOneCommitAndOfSeveralProcesses() {
    publish("Greet", tellsAda());
    List<RunRef> failing = IntStream.range(0, 40).mapToObj(i -> runs("n" + i).getFirst()).toList();
    try (Neighbour other = new Neighbour(stores).alive()) {
      List<CompletableFuture<Standing>> all =
          failing.stream()
              .map(run -> {
                Neighbour at = failing.indexOf(run) % 2 == 0 ? here : other;
                return at.writing(at.claim(run), failed());
              })
              .toList();
      assertThat(all).allSatisfy(it -> assertThat(it.join()).isEqualTo(Standing.MINE));
    }
    theTimeIsOver();
    var _ = untold.tell(10);

    assertThat(texts(ada)).hasSize(BY_THEMSELVES + 1);
    assertThat(texts(ada).getFirst()).startsWith("And 35 more runs");
  }

  @Test
  void shortensALongReason() {
    publish("Greet", tellsAda());
    RunRef run = runs("1").getFirst();

    here.write(here.claim(run), new Turn.End(RunState.FAILED, "x".repeat(5_000)));

    assertThat(texts(ada).getFirst()).hasSizeLessThan(600).endsWith("…");
  }

  private void theTimeIsOver() {
    stores.change(
        "update failure_notice set until = now() - interval '1 second' where tenant_id = ?",
        tenant.value());
  }

  private String tellsAda() {
    return tells("owner") + ", \"owner\": \"" + ada.email() + "\"";
  }

  private static String tells(String whom) {
    return ", \"on_failure\": {\"notify\": \"" + whom + "\"}";
  }

  private void publish(String name, String more) {
    Draft draft = Draft.of(new Json("{\"name\": \"" + name + "\", \"steps\": []" + more + "}"));
    AutomationId id = stores.automations().create(tenant, name, draft, "test").orElseThrow();
    stores.publish(tenant, id);
  }

  /// One of each automation.
  private List<RunRef> runs(String sourceId) {
    return stores.accept(tenant, sourceId).runs().stream()
        .map(run -> new RunRef(tenant, run))
        .toList();
  }

  private RunRef fail() {
    return fail(runs("of " + System.nanoTime()).getFirst());
  }

  private RunRef fail(RunRef run) {
    here.write(here.claim(run), failed(), settled("mail", new StepOutcome.Skipped("")));
    return run;
  }

  private static Turn failed() {
    return new Turn.End(RunState.FAILED, "step 'Mail': No route.");
  }

  private void end(RunRef run, RunState state) {
    here.end(here.claim(run), state);
  }

  private String nameOf(RunRef run) {
    return stores.runs().find(tenant, run.run()).orElseThrow().summary().walks().name();
  }

  private List<Notification> told(Person person) {
    return notifications.page(person, false, Optional.empty(), 200);
  }

  private List<String> texts(Person person) {
    return told(person).stream().map(Notification::text).toList();
  }

  private Person person(Role role) {
    PersonId id = PersonId.next();
    Person person =
        new Person(id, new Tenant(tenant, ""), id.value() + "@example.com", "P", role, false);
    stores.change(
        "insert into person (id, tenant_id, email, name, role, password_hash) values (?, ?, ?, 'P', ?, '')",
        id.value(),
        tenant.value(),
        person.email(),
        role.text());
    return person;
  }
}

package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.schema.AuthorsSchemas;
import dev.pilothouse.chain.Chains;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.Person;
import dev.pilothouse.model.PersonId;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.Tenant;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Accounts.NewKey;
import dev.pilothouse.spi.Automations.Saved;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Control;
import dev.pilothouse.spi.Kept;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Step;
import dev.pilothouse.spi.Ledger.Turn;
import dev.pilothouse.spi.Publications;
import dev.pilothouse.spi.Publications.Answer;
import dev.pilothouse.spi.Reruns;
import dev.pilothouse.spi.RunStarter;
import dev.pilothouse.stores.Database;
import dev.pilothouse.stores.DatabaseConfig;
import dev.pilothouse.stores.JournalWriter;
import dev.pilothouse.stores.PostgresAccounts;
import dev.pilothouse.stores.PostgresAutomations;
import dev.pilothouse.stores.PostgresCarrier;
import dev.pilothouse.stores.PostgresCompany;
import dev.pilothouse.stores.PostgresControl;
import dev.pilothouse.stores.PostgresDesk;
import dev.pilothouse.stores.PostgresIndex;
import dev.pilothouse.stores.PostgresJournal;
import dev.pilothouse.stores.PostgresKeys;
import dev.pilothouse.stores.PostgresLedger;
import dev.pilothouse.stores.PostgresOverdueTasks;
import dev.pilothouse.stores.PostgresProcesses;
import dev.pilothouse.stores.PostgresPublications;
import dev.pilothouse.stores.PostgresReruns;
import dev.pilothouse.testkit.PostgresDatabase;
import dev.pilothouse.triggers.StartsByName;
import dev.pilothouse.triggers.Subscriptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Everything that writes into the journal, wired as the house wires it but without Temporal:
/// nobody walks, so that each writing can be made by hand.
final class StoresAlone implements AutoCloseable {
  private static final String ACTOR = "test";
  private static final Instant LATER = Instant.parse("2126-01-01T00:00:00Z");

  private final TenantId tenant = TenantId.next();
  private final PostgresDatabase postgres;
  private final Database database;
  private final PostgresProcesses process;
  private final JournalWriter writer;
  private final RunStarter starter = new Nobody();
  private final PostgresJournal journal;
  private final PostgresLedger ledger;
  private final PostgresAutomations automations;
  private final Publications publications;
  private final Control control;

  StoresAlone(PostgresDatabase postgres) {
    this.postgres = postgres;
    database =
        new Database(
            new DatabaseConfig(
                postgres.url(), "", postgres.app().password(), postgres.system().password(), 4));
    process = new PostgresProcesses(database);
    writer =
        new JournalWriter(
            new Subscriptions(new PostgresIndex(database), new Chains()), Optional.empty());
    journal = new PostgresJournal(database, writer, starter);
    ledger =
        new PostgresLedger(
            database,
            process.me(),
            writer,
            starter,
            new StartsByName(new Chains(), new AuthorsSchemas()));
    automations = new PostgresAutomations(database);
    publications = new PostgresPublications(database, writer, starter);
    control = new PostgresControl(database, writer, starter);
    begin();
  }

  private void begin() {
    Tenant first = new Tenant(tenant, "Acme");
    Person ada = new Person(PersonId.next(), first, "ada@acme.example", "Ada", Role.ADMIN, true);
    assertThat(new PostgresAccounts(database).createFirst(first, ada, "-")).isTrue();
    var _ = process.renew();
  }

  WrittenEntries written() {
    return WrittenEntries.of(journal, tenant);
  }

  @Override
  public void close() {
    ledger.close();
    journal.close();
    process.close();
    database.close();
  }

  // ------------------------------------------------------------------ automations

  void changeAutomations() {
    AutomationId id = published("Onboard", "\"event\": \"crm.deal.won\"");
    Draft second = draft("Onboard", "\"event\": \"crm.deal.lost\"");
    String seen = automations.find(tenant, id).orElseThrow().draft().tag();
    assertThat(automations.save(tenant, id, seen, second, ACTOR)).isInstanceOf(Saved.Done.class);
    done(publications.publish(order(id), second.tag()));
    var first = automations.version(tenant, id, 1).orElseThrow().id().hash();
    done(publications.rollBack(order(id), first));
    done(publications.pause(order(id)));
    done(publications.resume(order(id)));
    done(publications.archive(order(id)));
    done(publications.restore(order(id)));
    AutomationId neverPublished =
        automations.create(tenant, "Draft", draft("Draft", "\"api\": {}"), ACTOR).orElseThrow();
    done(publications.archive(order(neverPublished)));
    done(publications.restore(order(neverPublished)));
  }

  private AutomationId published(String name, String trigger) {
    Draft draft = draft(name, trigger);
    AutomationId id = automations.create(tenant, name, draft, ACTOR).orElseThrow();
    done(publications.publish(order(id), draft.tag()));
    return id;
  }

  private static Draft draft(String name, String trigger) {
    return Draft.of(
        new Json(
            "{\"name\": \"%s\", \"on\": [{%s}], \"steps\": [{\"wait\": \"1h\"}]}"
                .formatted(name, trigger)));
  }

  private Publications.Order order(AutomationId id) {
    return new Publications.Order(tenant, id, ACTOR, "As agreed");
  }

  private static void done(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
  }

  // ------------------------------------------------------------------ records

  void changeRecords() {
    RecordRef company = made(RecordKind.COMPANY, "{\"name\": \"Acme\", \"size\": 7}");
    changed(company, "{\"name\": \"Acme & Co\", \"domain\": \"acme.example\"}");
    RecordRef contact = made(RecordKind.CONTACT, "{\"email\": \"grace@acme.example\"}");
    changed(contact, "{\"name\": \"Grace\", \"company_id\": \"%s\"}".formatted(company.id()));
    made(RecordKind.DEAL, "{\"stage\": \"won\", \"amount\": 1250.5, \"currency\": \"EUR\"}");
    RecordRef deal = made(RecordKind.DEAL, "{\"stage\": \"offer\"}");
    changed(deal, "{\"closes_on\": \"2026-12-01\"}");
    changed(deal, "{\"stage\": \"lost\", \"lost_reason\": \"price\"}");
    changed(deal, "{\"stage\": null}");
    made(RecordKind.ACTIVITY, "{\"subject\": \"deal/42\", \"kind\": \"call\"}");
    made(RecordKind.TASK, "{\"title\": \"Call\", \"due\": \"2026-01-01T00:00:00Z\"}");
    RecordRef task = made(RecordKind.TASK, "{\"title\": \"Write\"}");
    changed(task, "{\"assignee\": \"ada@acme.example\", \"body\": \"To Grace\"}");
    changed(task, "{\"due\": \"2999-01-01T00:00:00Z\"}");
    letItsTimePass(task);
    assertThat(new PostgresOverdueTasks(database, writer, starter).tell(10)).isOne();
    changed(task, "{\"state\": \"done\"}");
  }

  /// A due time close by may have passed before it is written, and then its writer tells of it.
  private void letItsTimePass(RecordRef task) {
    try (Connection all = postgres.superuser().connect();
        PreparedStatement statement =
            all.prepareStatement(
                "update pilothouse.task set due_at = now() - interval '1 minute' where id = ?")) {
      statement.setString(1, task.id());
      assertThat(statement.executeUpdate()).isOne();
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private RecordRef made(RecordKind kind, String fields) {
    RecordRef record = RecordRef.next(kind);
    kept(
        new PostgresDesk(database, writer, starter)
            .byHand(tenant, ACTOR, books -> books.create(record, new Json(fields))));
    return record;
  }

  private void changed(RecordRef record, String fields) {
    kept(
        new PostgresDesk(database, writer, starter)
            .byHand(
                tenant, ACTOR, books -> books.change(record, Books.ANY_VERSION, new Json(fields))));
  }

  private static void kept(Kept kept) {
    assertThat(kept).isInstanceOf(Kept.Done.class);
  }

  // ------------------------------------------------------------------ runs

  void walkRuns() {
    published("Bill", "\"api\": {}");
    published("Walk", "\"event\": \"walk\"");
    for (RunState end : List.of(RunState.FINISHED, RunState.FAILED, RunState.CANCELLED)) {
      RunRef ended = born();
      write(claimed(ended), new Turn.End(end, "As it is"), pause("nap"));
      again(ended, new Reruns.What.AllAsBefore());
    }
    RunRef run = born();
    leave(claimed(run), RunState.WAITING, "nap", pause("nap"));
    order(run, new Order.Skip(new StepKey("nap")));
    Claim claim = claimed(run);
    follow(run, claim);
    ledger.call(claim, step("bill", "call"), "Bill", new Json("{\"n\": 1}"), Optional.of(LATER));
    ledger.call(claim, step("bill-too", "call"), "Bill", new Json("{}"), Optional.empty());
    leave(claim, RunState.WAITING, "bill");
    ask(born());
  }

  private void again(RunRef run, Reruns.What what) {
    assertThat(
            new PostgresReruns(database, writer, starter)
                .again(run, new Reruns.Request(what, ACTOR, "Once more", Optional.empty())))
        .isInstanceOf(Reruns.Answer.Born.class);
  }

  private void ask(RunRef run) {
    Claim claim = claimed(run);
    write(claim, new Turn.Stay(), reserved("mail"));
    leave(claim, RunState.NEEDS_PERSON, "mail", unknown("mail"));
    assertThat(
            control.resolve(
                run,
                new EffectId(run.run(), new StepKey("mail")),
                new Control.Word.DidNotHappen(),
                ACTOR,
                "They never saw it"))
        .isInstanceOf(Control.Answer.Given.class);
    order(run, new Order.Cancel());
  }

  private RunRef born() {
    CloudEvent event =
        new CloudEvent(
            "test", UUID.randomUUID().toString(), "walk", "deal/42", Instant.now(), EventData.NONE);
    return new RunRef(tenant, journal.accept(tenant, ACTOR, event).join().runs().getFirst());
  }

  private Claim claimed(RunRef run) {
    return ledger.claim(List.of(run)).getFirst().claim();
  }

  private void order(RunRef run, Order order) {
    assertThat(control.order(run, order, ACTOR, "Please")).isInstanceOf(Control.Answer.Given.class);
  }

  private void follow(RunRef run, Claim claim) {
    List<Long> orders = ledger.orders(run).stream().map(given -> given.id()).toList();
    ledger.write(new Ledger.Writing(claim, List.of(), new Turn.Stay(), orders)).join();
  }

  private void leave(Claim claim, RunState state, String waits, Line... lines) {
    write(
        claim,
        new Turn.Leave(state, Optional.of(Instant.EPOCH), List.of(new StepKey(waits))),
        lines);
  }

  private void write(Claim claim, Turn turn, Line... lines) {
    assertThat(ledger.write(new Ledger.Writing(claim, List.of(lines), turn)).join())
        .isEqualTo(Ledger.Standing.MINE);
  }

  private static Line pause(String key) {
    return new Line.Await(step(key, "wait"), Json.NULL, LATER, "Waits until " + LATER);
  }

  private static Line reserved(String key) {
    return new Line.Reserve(
        step(key, "mail.send"), EffectClass.ONCE, Json.NULL, Duration.ofMinutes(-1));
  }

  private static Line unknown(String key) {
    return new Line.Settle(
        step(key, "mail.send"), Json.NULL, new StepOutcome.Unknown("No answer came."));
  }

  private static Step step(String key, String kind) {
    return new Step(new StepKey(key), new StepLabel(key, kind), 1, Instant.EPOCH);
  }

  // ------------------------------------------------------------------ the company

  void renameTheCompany() {
    assertThat(new PostgresCompany(database, writer, starter).rename(tenant, "Acme & Co", ACTOR))
        .isTrue();
  }

  void keepKeys() {
    KeyId id = KeyId.next();
    PostgresKeys keys = new PostgresKeys(database, writer, starter);
    keys.make(
        new NewKey(id, tenant, "Billing", "ph_abc", SecretHash.of("secret"), Role.MEMBER), ACTOR);
    assertThat(keys.withdraw(tenant, id, ACTOR)).isPresent();
  }

  // ------------------------------------------------------------------ the whole house

  void holdTheHouse() {
    PostgresCarrier carrier = new PostgresCarrier(database, writer, starter);
    assertThat(carrier.hold(carrier.stand().mark().tick() + 9, "It went back")).isTrue();
    assertThat(carrier.release(ACTOR, "The copy is all we have")).isTrue();
  }

  /// The sweep would find what waits.
  private static final class Nobody implements RunStarter {
    @Override
    public void born(Collection<Ledger.Claimed> runs) {}

    @Override
    public void freed(Collection<RunRef> runs) {}
  }
}

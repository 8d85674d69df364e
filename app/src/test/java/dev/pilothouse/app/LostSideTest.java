package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.app.RunningHouse.Answer;
import dev.pilothouse.app.cli.CarrierOrders.Carried;
import dev.pilothouse.contracts.Engine;
import dev.pilothouse.contracts.HistoryFormat;
import dev.pilothouse.contracts.Queues;
import dev.pilothouse.contracts.RunStart;
import dev.pilothouse.contracts.RunWorkflow;
import dev.pilothouse.contracts.WatermarkWorkflow;
import dev.pilothouse.testkit.RecordingHttpServer;
import dev.pilothouse.testkit.TemporalNamespace;
import dev.pilothouse.testkit.Wait;
import dev.pilothouse.workers.temporal.TemporalConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/// Temporal loses what it had, or our database does. The whole house is held or rebuilt, so its
/// tests go one after the other.
@Execution(ExecutionMode.SAME_THREAD)
class LostSideTest {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String WAIT = "{\"id\": \"nap\", \"wait\": \"1h\"}";

  @RegisterExtension
  static final RunningHouse house =
      new RunningHouse(Map.of("PILOTHOUSE_ACTIONS_HTTP_ALLOWED_HOSTS", "127.0.0.1"));

  @RegisterExtension static final TemporalNamespace empty = TemporalNamespace.ofItsOwn();

  @RegisterExtension final RecordingHttpServer server = new RecordingHttpServer();

  private final Admin admin = new Admin(house);

  @Test
  void carriesAWaitingRunAgainWhenTemporalWasReplacedByAnEmptyOne() {
    String run = admin.sendOne(admin.publish(WAIT));
    admin.awaitState(run, "waiting");

    house.restart(Map.of("PILOTHOUSE_TEMPORAL_NAMESPACE", empty.name()), () -> {});

    awaitOpen("run/" + run);
    assertThat(hold().path("held").asBoolean()).isFalse();
    order(run, "retry");
    admin.awaitState(run, "finished");
  }

  @Test
  void carriesAWaitingRunAgainWhileTheHouseIsUp() {
    String run = admin.sendOne(admin.publish(WAIT));
    admin.awaitState(run, "waiting");
    awaitOpen("run/" + run);
    end("run/" + run);

    end(WatermarkWorkflow.ID);

    awaitOpen("run/" + run);
    awaitOpen(WatermarkWorkflow.ID);
  }

  @Test
  void rebuildsTemporalWhenAsked() {
    String run = admin.sendOne(admin.publish(WAIT));
    admin.awaitState(run, "waiting");
    awaitOpen("run/" + run);
    end("run/" + run);

    Carried carried = new CarrierInDatabase().reconcile(house.settings());

    assertThat(carried.started()).isPositive();
    awaitOpen("run/" + run);
  }

  @Test
  void holdsADatabaseThatWentBackInTimeUntilAPersonReleasesIt() {
    String old =
        admin.sendOne(
            admin.publish(
                WAIT
                    + ", {\"id\": \"call\", \"do\": \"http.request\", \"with\": {\"method\": \"POST\", \"url\": \""
                    + server.url("/x")
                    + "\"}}"));
    String quick = admin.publish("{\"do\": \"transform\", \"with\": {\"a\": 1}}");
    admin.awaitState(old, "waiting");
    awaitTemporalHasHeard();

    rowsGoBack();

    Wait.until("the house is held", SOON, () -> hold().path("held").asBoolean());
    String unknown = startedByNobody();
    assertThat(hold().path("reason").asString()).contains("went back in time", "tick");
    Wait.until(
        "the list shows what only Temporal knows",
        SOON,
        () ->
            hold()
                .path("onlyInTemporal")
                .valueStream()
                .anyMatch(it -> it.asString().equals(unknown)));
    String fresh = admin.sendOne(quick);
    order(old, "retry");
    assertThat(new CarrierInDatabase().hold(house.settings()).held()).isTrue();

    Instant released = Instant.now();
    Answer answer = admin.post("/v1/hold/release", "{\"reason\": \"The copy is all we have\"}");

    assertThat(answer.json().path("runsInDoubt").asLong()).isGreaterThanOrEqualTo(2);
    JsonNode done = admin.awaitState(fresh, "finished");
    assertThat(Instant.parse(done.path("finishedAt").asString())).isAfterOrEqualTo(released);
    admin.awaitState(old, "needs_person");
    assertThat(admin.step(old, "call").path("state").asString()).isEqualTo("unknown");
    assertThat(server.arrived().all()).isEmpty();
    assertThat(told("hold.begun")).isNotEmpty();
    assertThat(told("hold.released")).isNotEmpty();
    Wait.until("what only Temporal knew is ended", SOON, () -> !isOpen(unknown));
    assertThat(admin.post("/v1/hold/release", "{\"reason\": \"Again\"}").status()).isEqualTo(409);
  }

  @Test
  void holdsFromTheStartOfAProcess() {
    String quick = admin.publish("{\"do\": \"transform\", \"with\": {\"a\": 1}}");
    awaitTemporalHasHeard();

    house.restart(Map.of(), LostSideTest::rowsGoBack);

    assertThat(hold().path("held").asBoolean()).isTrue();
    String fresh = admin.sendOne(quick);
    assertThat(admin.run(fresh).path("state").asString()).isEqualTo("queued");
    assertThat(new CarrierInDatabase().release(house.settings(), "It is a test").held()).isFalse();
    admin.awaitState(fresh, "finished");
  }

  private static void rowsGoBack() {
    change("update pilothouse.carrier set told = -1, tick = -1");
  }

  private static void awaitTemporalHasHeard() {
    Wait.until(
        "Temporal has heard of a tick",
        SOON,
        () -> change("update pilothouse.carrier set told = told where told > 0") == 1);
  }

  /// A run of the time that the database has forgotten.
  private static String startedByNobody() {
    UUID run = UUID.randomUUID();
    WorkflowOptions options =
        WorkflowOptions.newBuilder().setWorkflowId("run/" + run).setTaskQueue(Queues.RUNS).build();
    RunStart start =
        new RunStart(Engine.VERSION, List.of(new RunStart.Member(UUID.randomUUID(), run)));
    return temporal(client -> {
      var _ =
          WorkflowClient.execute(client.newWorkflowStub(RunWorkflow.class, options)::run, start);
      return "run/" + run;
    });
  }

  private JsonNode hold() {
    return admin.get("/v1/hold").json();
  }

  private void order(String run, String order) {
    assertThat(admin.post("/v1/runs/" + run + "/" + order, "{}").status()).isEqualTo(202);
  }

  private List<JsonNode> told(String type) {
    return admin.get("/v1/events?type=" + type).json().path("items").valueStream().toList();
  }

  private static void awaitOpen(String workflow) {
    Wait.until(workflow + " is open", SOON, () -> isOpen(workflow));
  }

  private static boolean isOpen(String workflow) {
    try {
      return temporal(client ->
          Optional.ofNullable(client.newUntypedWorkflowStub(workflow).describe().getCloseTime())
              .isEmpty());
    } catch (WorkflowNotFoundException never) {
      return false;
    }
  }

  private static void end(String workflow) {
    var _ =
        temporal(client -> {
          client.newUntypedWorkflowStub(workflow).terminate("Temporal forgets it");
          return true;
        });
  }

  private static <T> T temporal(Function<WorkflowClient, T> work) {
    try (TemporalConnection connection =
        new TemporalConnection(
            Settings.read(List.of(), house.settings()).temporal(),
            HistoryFormat.plain(),
            new SimpleMeterRegistry())) {
      return work.apply(connection.client());
    }
  }

  private static int change(String sql) {
    Map<String, String> settings = house.settings();
    try (Connection system =
            DriverManager.getConnection(
                settings.get("PILOTHOUSE_DATABASE_URL"),
                "pilothouse_system",
                settings.get("PILOTHOUSE_DATABASE_SYSTEM_PASSWORD"));
        Statement statement = system.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }
}

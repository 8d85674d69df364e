package dev.pilothouse.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.contracts.Queues;
import dev.pilothouse.contracts.RunStart;
import dev.pilothouse.contracts.RunWorkflow;
import dev.pilothouse.contracts.WalkActivities;
import dev.pilothouse.contracts.WalkAnswer;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunWorkflowTest {
  private static final RunStart START =
      new RunStart(2, List.of(new RunStart.Member(UUID.randomUUID(), UUID.randomUUID())));

  private final TestWorkflowEnvironment temporal = PlainTemporal.start();
  private final AtomicInteger walks = new AtomicInteger();
  private final AtomicLong firstWalk = new AtomicLong();
  private final AtomicLong lastWalk = new AtomicLong();
  private CompletableFuture<Void> ended = new CompletableFuture<>();

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void endsWhenTheWalkHasEnded() {
    run(_ -> ended());

    assertThat(walks).hasValue(1);
  }

  @Test
  void walksAgainUntilTheWorldAnswers() {
    run(_ -> {
      if (walks.get() < 4) {
        throw new IllegalStateException("the database is away");
      }
      return ended();
    });

    assertThat(walks).hasValue(4);
  }

  @Test
  void walksAgainWhenTheTimeHasCome() {
    run(_ -> walks.get() == 1 ? new WalkAnswer.Again(Duration.ofDays(30), "It waits") : ended());

    assertThat(walks).hasValue(2);
  }

  @Test
  void walksAgainAtOnceWhenNudged() {
    RunWorkflow workflow =
        start(_ ->
            walks.get() == 1 ? new WalkAnswer.Again(Duration.ofDays(30), "It waits") : ended());
    temporal.sleep(Duration.ofMinutes(1));

    workflow.nudge();

    ended.join();
    assertThat(walks).hasValue(2);
    assertThat(lastWalk.get() - firstWalk.get()).isLessThan(Duration.ofHours(1).toMillis());
  }

  @Test
  void missesNoNudgeThatComesDuringAWalk() {
    AtomicReference<RunWorkflow> nudged = new AtomicReference<>();
    WalkActivities walk =
        _ -> {
          if (walks.get() == 1) {
            nudged.get().nudge();
            return new WalkAnswer.Again(Duration.ofDays(30), "It waits");
          }
          return ended();
        };
    nudged.set(stub());

    run(walk);

    assertThat(walks).hasValue(2);
    assertThat(lastWalk.get() - firstWalk.get()).isLessThan(Duration.ofDays(1).toMillis());
  }

  @Test
  void beginsANewHistoryAfterManyWalks() {
    run(_ -> walks.get() < 450 ? new WalkAnswer.Again(Duration.ofSeconds(1), "It waits") : ended());

    assertThat(walks).hasValue(450);
    assertThat(temporal.getWorkflowClient().fetchHistory("run/1").toJson(false))
        .contains("continuedExecutionRunId");
  }

  private void run(WalkActivities walk) {
    start(walk);
    ended.join();
  }

  private RunWorkflow start(WalkActivities walk) {
    Worker worker = temporal.newWorker(Queues.RUNS);
    worker.registerWorkflowImplementationTypes(RunWorkflowImpl.class);
    worker.registerActivitiesImplementations(counted(walk));
    temporal.start();
    RunWorkflow workflow = stub();
    ended = WorkflowClient.execute(workflow::run, START);
    return workflow;
  }

  private RunWorkflow stub() {
    return temporal
        .getWorkflowClient()
        .newWorkflowStub(
            RunWorkflow.class,
            WorkflowOptions.newBuilder().setTaskQueue(Queues.RUNS).setWorkflowId("run/1").build());
  }

  private WalkActivities counted(WalkActivities walk) {
    return start -> {
      lastWalk.set(temporal.currentTimeMillis());
      if (walks.incrementAndGet() == 1) {
        firstWalk.set(lastWalk.get());
      }
      return walk.walk(start);
    };
  }

  private static WalkAnswer ended() {
    return new WalkAnswer.Ended();
  }
}

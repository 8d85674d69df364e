package dev.pilothouse.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.contracts.Queues;
import dev.pilothouse.contracts.RunStart;
import dev.pilothouse.contracts.RunWorkflow;
import dev.pilothouse.contracts.WalkActivities;
import dev.pilothouse.contracts.WalkAnswer;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunWorkflowTest {
  private static final RunStart START = new RunStart(1, UUID.randomUUID(), UUID.randomUUID());

  private final TestWorkflowEnvironment temporal = PlainTemporal.start();
  private final AtomicInteger walks = new AtomicInteger();

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

  private void run(WalkActivities walk) {
    Worker worker = temporal.newWorker(Queues.RUNS);
    worker.registerWorkflowImplementationTypes(RunWorkflowImpl.class);
    worker.registerActivitiesImplementations(counted(walk));
    temporal.start();
    temporal
        .getWorkflowClient()
        .newWorkflowStub(
            RunWorkflow.class,
            WorkflowOptions.newBuilder().setTaskQueue(Queues.RUNS).setWorkflowId("run/1").build())
        .run(START);
  }

  private WalkActivities counted(WalkActivities walk) {
    return start -> {
      walks.incrementAndGet();
      return walk.walk(start);
    };
  }

  private static WalkAnswer ended() {
    return new WalkAnswer.Ended();
  }
}

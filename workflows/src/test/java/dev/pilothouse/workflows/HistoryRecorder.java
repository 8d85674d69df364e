package dev.pilothouse.workflows;

import dev.pilothouse.contracts.Engine;
import dev.pilothouse.contracts.Queues;
import dev.pilothouse.contracts.RunStart;
import dev.pilothouse.contracts.RunWorkflow;
import dev.pilothouse.contracts.WalkActivities;
import dev.pilothouse.contracts.WalkAnswer;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Writes the history of one run of today's code to the file named by its argument. Run it before
/// the behaviour of the workflow changes, and keep the file under `src/test/resources/histories`.
final class HistoryRecorder {
  private static final String ID = "run/01934567-89ab-7000-8000-000000000002";

  private HistoryRecorder() {}

  public static void main(String[] arguments) throws IOException {
    try (TestWorkflowEnvironment temporal = PlainTemporal.start()) {
      Worker worker = temporal.newWorker(Queues.RUNS);
      worker.registerWorkflowImplementationTypes(RunWorkflowImpl.class);
      worker.registerActivitiesImplementations(walkThatWaits());
      temporal.start();
      run(temporal);
      Files.writeString(
          Path.of(arguments[0]), temporal.getWorkflowClient().fetchHistory(ID).toJson(true) + "\n");
    }
  }

  /// Once for a time, once for a nudge, then to its end.
  private static WalkActivities walkThatWaits() {
    Iterator<WalkAnswer> answers =
        List.<WalkAnswer>of(
                new WalkAnswer.Again(
                    Duration.ofSeconds(1), "'Onboard' waits until 2026-11-20T10:00:00Z"),
                new WalkAnswer.Again(Duration.ofHours(1), "'Onboard' needs a person's word"),
                new WalkAnswer.Ended())
            .iterator();
    return _ -> answers.next();
  }

  private static void run(TestWorkflowEnvironment temporal) {
    RunWorkflow workflow =
        temporal
            .getWorkflowClient()
            .newWorkflowStub(
                RunWorkflow.class,
                WorkflowOptions.newBuilder().setTaskQueue(Queues.RUNS).setWorkflowId(ID).build());
    CompletableFuture<Void> ended =
        WorkflowClient.execute(
            workflow::run,
            new RunStart(
                Engine.VERSION,
                List.of(
                    new RunStart.Member(
                        UUID.fromString("01934567-89ab-7000-8000-000000000001"),
                        UUID.fromString("01934567-89ab-7000-8000-000000000002")))));
    temporal.sleep(Duration.ofMinutes(1));
    workflow.nudge();
    ended.join();
  }
}

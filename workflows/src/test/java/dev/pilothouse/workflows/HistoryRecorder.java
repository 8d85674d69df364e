package dev.pilothouse.workflows;

import dev.pilothouse.contracts.Engine;
import dev.pilothouse.contracts.Queues;
import dev.pilothouse.contracts.RunStart;
import dev.pilothouse.contracts.RunWorkflow;
import dev.pilothouse.contracts.WalkActivities;
import dev.pilothouse.contracts.WalkAnswer;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Writes the history of one run of today's code to the file named by its argument. Run it before
/// the behaviour of the workflow changes, and keep the file under `src/test/resources/histories`.
final class HistoryRecorder {
  private static final String ID = "run/01934567-89ab-7000-8000-000000000002";

  private HistoryRecorder() {}

  public static void main(String[] arguments) throws IOException {
    try (TestWorkflowEnvironment temporal = PlainTemporal.start()) {
      Worker worker = temporal.newWorker(Queues.RUNS);
      worker.registerWorkflowImplementationTypes(RunWorkflowImpl.class);
      WalkActivities walk = _ -> new WalkAnswer.Ended();
      worker.registerActivitiesImplementations(walk);
      temporal.start();
      run(temporal);
      Files.writeString(
          Path.of(arguments[0]), temporal.getWorkflowClient().fetchHistory(ID).toJson(true) + "\n");
    }
  }

  private static void run(TestWorkflowEnvironment temporal) {
    temporal
        .getWorkflowClient()
        .newWorkflowStub(
            RunWorkflow.class,
            WorkflowOptions.newBuilder().setTaskQueue(Queues.RUNS).setWorkflowId(ID).build())
        .run(
            new RunStart(
                Engine.VERSION,
                UUID.fromString("01934567-89ab-7000-8000-000000000001"),
                UUID.fromString("01934567-89ab-7000-8000-000000000002")));
  }
}

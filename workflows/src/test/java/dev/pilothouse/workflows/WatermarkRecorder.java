package dev.pilothouse.workflows;

import dev.pilothouse.contracts.Queues;
import dev.pilothouse.contracts.Watermark;
import dev.pilothouse.contracts.WatermarkWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/// Writes the history of a watermark that rose a few times, as [HistoryRecorder] does for a run.
final class WatermarkRecorder {
  private static final UUID HOUSE = UUID.fromString("01934567-89ab-7000-8000-000000000003");

  private WatermarkRecorder() {}

  public static void main(String[] arguments) throws IOException {
    try (TestWorkflowEnvironment temporal = PlainTemporal.start()) {
      temporal
          .newWorker(Queues.RUNS)
          .registerWorkflowImplementationTypes(WatermarkWorkflowImpl.class);
      temporal.start();
      rise(temporal);
      Files.writeString(
          Path.of(arguments[0]),
          temporal.getWorkflowClient().fetchHistory(WatermarkWorkflow.ID).toJson(true) + "\n");
    }
  }

  private static void rise(TestWorkflowEnvironment temporal) {
    WatermarkWorkflow workflow =
        temporal
            .getWorkflowClient()
            .newWorkflowStub(
                WatermarkWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setTaskQueue(Queues.RUNS)
                    .setWorkflowId(WatermarkWorkflow.ID)
                    .build());
    var _ = WorkflowClient.execute(workflow::keep, new Watermark(HOUSE, 1));
    for (long tick = 2; tick < 5; tick++) {
      temporal.sleep(Duration.ofSeconds(5));
      workflow.advance(new Watermark(HOUSE, tick));
    }
    temporal.sleep(Duration.ofSeconds(5));
  }
}

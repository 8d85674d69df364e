package dev.pilothouse.triggers;

import dev.pilothouse.contracts.Queues;
import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.CarriedRuns;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowNotFoundException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is open on our queue, as Temporal lists it; the list may be a moment behind.
final class OpenWorkflows {
  private static final String OPEN =
      "TaskQueue = '" + Queues.RUNS + "' and ExecutionStatus = 'Running'";
  private static final String OF_A_RUN = "run/";
  private static final String OF_A_BATCH = "batch/";
  private static final int SLICE = 1_000;

  private final WorkflowClient client;
  private final CarriedRuns runs;

  OpenWorkflows(WorkflowClient client, CarriedRuns runs) {
    this.client = client;
    this.runs = runs;
  }

  /// @param strangers runs that stand in no row
  /// @param batches of which nobody knows the runs from outside
  record Found(Set<RunId> strangers, long batches) {}

  Found find() {
    Set<RunId> strangers = new HashSet<>();
    List<RunId> slice = new ArrayList<>(SLICE);
    long batches = 0;
    try (Stream<WorkflowExecutionMetadata> open = client.listExecutions(OPEN)) {
      for (WorkflowExecutionMetadata workflow :
          (Iterable<WorkflowExecutionMetadata>) open::iterator) {
        String id = workflow.getExecution().getWorkflowId();
        batches += id.startsWith(OF_A_BATCH) ? 1 : 0;
        run(id).ifPresent(slice::add);
        if (slice.size() == SLICE) {
          strangers.addAll(runs.strangers(slice));
          slice.clear();
        }
      }
    }
    strangers.addAll(runs.strangers(slice));
    return new Found(strangers, batches);
  }

  /// It would find nothing to walk.
  void end(RunId stranger) {
    try {
      client
          .newUntypedWorkflowStub(stranger.workflowId())
          .terminate("This run stands in no row: the database went back to before it.");
    } catch (WorkflowNotFoundException ended) {
      // by itself, meanwhile
    }
  }

  private static Optional<RunId> run(String id) {
    return id.startsWith(OF_A_RUN)
        ? RunId.parse(id.substring(OF_A_RUN.length()))
        : Optional.empty();
  }
}

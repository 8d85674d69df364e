package dev.pilothouse.triggers;

import dev.pilothouse.contracts.Engine;
import dev.pilothouse.contracts.Queues;
import dev.pilothouse.contracts.RunStart;
import dev.pilothouse.contracts.RunWorkflow;
import dev.pilothouse.model.RunRef;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Starts and nudges workflows. A run alone has the workflow `run/<id>`, which people keep links
/// to; a batch has an id that was never used and never will be again.
public final class WorkflowStarts {
  private final WorkflowClient client;

  public WorkflowStarts(WorkflowClient client) {
    this.client = client;
  }

  /// Returns when Temporal has it. The ledger decides, so a workflow that has closed is started
  /// anew where the ledger says that the run has not ended.
  void start(List<RunRef> runs) {
    String id =
        runs.size() == 1 ? runs.getFirst().run().workflowId() : "batch/" + UUID.randomUUID();
    try {
      RunWorkflow workflow = client.newWorkflowStub(RunWorkflow.class, options(id, runs.size()));
      WorkflowClient.start(workflow::run, startOf(runs));
    } catch (WorkflowExecutionAlreadyStarted open) {
      nudge(id);
    }
  }

  /// A workflow that has closed meanwhile needs no nudge.
  public void nudge(String id) {
    try {
      client.newWorkflowStub(RunWorkflow.class, id).nudge();
    } catch (WorkflowNotFoundException closed) {
      // what it held is rows, and the sweep looks after those
    }
  }

  private static RunStart startOf(List<RunRef> runs) {
    return new RunStart(
        Engine.VERSION,
        runs.stream()
            .map(run -> new RunStart.Member(run.tenant().value(), run.run().value()))
            .toList());
  }

  private static WorkflowOptions options(String id, int runs) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(id)
        .setStaticSummary(runs == 1 ? "One run" : runs + " runs that began together")
        .setTaskQueue(Queues.RUNS)
        .setWorkflowTaskTimeout(Duration.ofSeconds(2))
        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
        .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
        .setDisableEagerExecution(false)
        .build();
  }
}

package dev.pilothouse.triggers;

import dev.pilothouse.contracts.Engine;
import dev.pilothouse.contracts.Queues;
import dev.pilothouse.contracts.RunStart;
import dev.pilothouse.contracts.RunWorkflow;
import dev.pilothouse.spi.Ledger.RunRef;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the workflows of committed runs. A start that fails is no loss: the run is a row, and the
/// sweep comes by.
public final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /// So many starts wait at most for a Temporal that is slow or away; the sweep takes what is
  /// beyond.
  private static final int STARTS_UNDER_WAY = 256;

  private final WorkflowClient client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore room = new Semaphore(STARTS_UNDER_WAY);

  public Dispatcher(WorkflowClient client) {
    this.client = client;
  }

  /// Returns at once.
  void startSoon(RunRef run) {
    if (room.tryAcquire()) {
      threads.execute(() -> startAndMakeRoom(run));
    }
  }

  private void startAndMakeRoom(RunRef run) {
    try {
      start(run);
    } catch (RuntimeException refused) {
      LOG.debug("The run {} did not start yet; the sweep tries again", run.run(), refused);
    } finally {
      room.release();
    }
  }

  /// A workflow that holds the run already goes on undisturbed; one that has closed while the
  /// ledger says the run has not ended is started anew, since the ledger decides.
  void start(RunRef run) {
    RunWorkflow workflow = client.newWorkflowStub(RunWorkflow.class, options(run));
    WorkflowClient.start(
        workflow::run, new RunStart(Engine.VERSION, run.tenant().value(), run.run().value()));
  }

  private static WorkflowOptions options(RunRef run) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(run.run().workflowId())
        .setTaskQueue(Queues.RUNS)
        .setWorkflowTaskTimeout(Duration.ofSeconds(2))
        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
        .setWorkflowIdConflictPolicy(
            WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
        .setDisableEagerExecution(false)
        .build();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

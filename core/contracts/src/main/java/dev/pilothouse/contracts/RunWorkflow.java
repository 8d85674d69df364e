package dev.pilothouse.contracts;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// Holds one run from its start to its end.
@WorkflowInterface
public interface RunWorkflow {
  @WorkflowMethod(name = "run")
  void run(RunStart start);
}

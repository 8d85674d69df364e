package dev.pilothouse.contracts;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// Holds runs from their start until each has ended or is held by a workflow of its own.
@WorkflowInterface
public interface RunWorkflow {
  @WorkflowMethod(name = "run")
  void run(RunStart start);

  /// Something has changed: walk again now. Losing one costs time, nothing else.
  @SignalMethod(name = "nudge")
  void nudge();
}

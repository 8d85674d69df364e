package dev.pilothouse.bench;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// What a programmer would write by hand for the same chain.
@WorkflowInterface
public interface ThreeSteps {
  @WorkflowMethod
  String run(String event);
}

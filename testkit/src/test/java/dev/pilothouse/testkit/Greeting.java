package dev.pilothouse.testkit;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// The smallest workflow, to see whether a Temporal works.
@WorkflowInterface
public interface Greeting {
  @WorkflowMethod
  String greet(String name);
}

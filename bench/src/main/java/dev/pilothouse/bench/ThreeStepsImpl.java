package dev.pilothouse.bench;

import io.temporal.activity.LocalActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/// Local activities: the cheapest that Temporal has for durable steps.
public final class ThreeStepsImpl implements ThreeSteps {
  private final Steps steps =
      Workflow.newLocalActivityStub(
          Steps.class,
          LocalActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(10)).build());

  @Override
  public String run(String event) {
    return steps.c(steps.b(steps.a(event)));
  }
}

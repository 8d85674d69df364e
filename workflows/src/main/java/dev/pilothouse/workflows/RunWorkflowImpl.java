package dev.pilothouse.workflows;

import dev.pilothouse.contracts.RunStart;
import dev.pilothouse.contracts.RunWorkflow;
import dev.pilothouse.contracts.WalkActivities;
import dev.pilothouse.contracts.WalkAnswer;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/// Holds the wheel of one run: lets it be walked and does what the walk answers.
public final class RunWorkflowImpl implements RunWorkflow {
  private final WalkActivities activities =
      Workflow.newLocalActivityStub(WalkActivities.class, walkOptions());

  @Override
  public void run(RunStart start) {
    switch (activities.walk(start)) {
      case WalkAnswer.Ended _ -> {
        // the ledger has the run's end; nothing is left to hold
      }
    }
  }

  /// A walk that cannot reach the database is tried again for ever: an accepted run is never given
  /// up.
  private static LocalActivityOptions walkOptions() {
    return LocalActivityOptions.newBuilder()
        .setStartToCloseTimeout(Duration.ofMinutes(1))
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofMillis(200))
                .setMaximumInterval(Duration.ofSeconds(10))
                .setMaximumAttempts(Integer.MAX_VALUE) // zero means "never" for local activities
                .build())
        .build();
  }
}

package dev.pilothouse.workflows;

import dev.pilothouse.contracts.Engine;
import dev.pilothouse.contracts.RunStart;
import dev.pilothouse.contracts.RunWorkflow;
import dev.pilothouse.contracts.WalkActivities;
import dev.pilothouse.contracts.WalkAnswer;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/// Holds the wheel: lets its runs be walked, and waits as the walk answers, until nothing is left
/// to hold.
public final class RunWorkflowImpl implements RunWorkflow {
  /// Far below the history at which Temporal would ask for it, since each walk leaves some ten
  /// events.
  private static final int MOST_WALKS = 200;

  private final WalkActivities activities =
      Workflow.newLocalActivityStub(WalkActivities.class, walkOptions());
  private int nudges;

  @Override
  public void run(RunStart start) {
    for (int walks = 0; walks < MOST_WALKS && !historyIsLong(); walks++) {
      int heard = nudges;
      switch (activities.walk(start)) {
        case WalkAnswer.Ended _ -> {
          return; // the ledger has the runs' ends; nothing is left to hold
        }
        case WalkAnswer.Again again -> await(start.engine(), again, heard);
      }
    }
    Workflow.continueAsNew(start);
  }

  private void await(int engine, WalkAnswer.Again again, int heard) {
    Workflow.setCurrentDetails(again.because());
    if (engine < Engine.NAMES_ITS_TIMERS) {
      Workflow.await(again.within(), () -> nudges > heard);
    } else {
      awaitNamed(again, heard);
    }
  }

  private void awaitNamed(WalkAnswer.Again again, int heard) {
    CompletablePromise<Boolean> over = Workflow.newPromise();
    CancellationScope timer =
        Workflow.newCancellationScope(() ->
            over.completeFrom(
                Workflow.newTimer(again.within(), summary(again)).thenApply(_ -> true)));
    timer.run();
    Workflow.await(() -> nudges > heard || over.isCompleted());
    timer.cancel();
  }

  private static TimerOptions summary(WalkAnswer.Again again) {
    return TimerOptions.newBuilder().setSummary(again.because()).build();
  }

  @Override
  public void nudge() {
    nudges++;
  }

  private static boolean historyIsLong() {
    return Workflow.getInfo().isContinueAsNewSuggested();
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

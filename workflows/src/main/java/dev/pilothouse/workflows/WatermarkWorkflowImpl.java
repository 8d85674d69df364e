package dev.pilothouse.workflows;

import dev.pilothouse.contracts.Watermark;
import dev.pilothouse.contracts.WatermarkWorkflow;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;

/// Carries the highest mark from one history to the next, and does nothing else: readers look at
/// the history.
public final class WatermarkWorkflowImpl implements WatermarkWorkflow {
  /// Each signal leaves four events; Temporal would ask for a new history far later.
  private static final int MOST_SIGNALS = 1_000;

  private Watermark highest;
  private int heard;

  /// In the constructor, since a signal may come before the main method begins.
  @WorkflowInit
  public WatermarkWorkflowImpl(Watermark start) {
    highest = start;
  }

  @Override
  public void keep(Watermark start) {
    Workflow.await(() -> heard >= MOST_SIGNALS);
    Workflow.continueAsNew(highest);
  }

  @Override
  public void advance(Watermark mark) {
    heard++;
    if (!mark.identity().equals(highest.identity()) || mark.tick() > highest.tick()) {
      highest = mark;
    }
  }
}

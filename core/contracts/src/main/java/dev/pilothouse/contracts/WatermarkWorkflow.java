package dev.pilothouse.contracts;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// Keeps the house's mark within Temporal, so that either side shows when the other one was lost or
/// went back in time. It is read from the history itself, where a signal stands as soon as it was
/// taken: a mark that needed a worker first would be behind in just the moment that matters.
@WorkflowInterface
public interface WatermarkWorkflow {
  /// The one workflow of this type; a namespace belongs to one house.
  String ID = "pilothouse/watermark";

  String ADVANCE = "advance";

  @WorkflowMethod(name = "watermark")
  void keep(Watermark start);

  /// The mark of now. Signals may overtake each other; the highest one counts.
  @SignalMethod(name = ADVANCE)
  void advance(Watermark mark);
}

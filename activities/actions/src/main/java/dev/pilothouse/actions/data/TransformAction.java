package dev.pilothouse.actions.data;

import dev.pilothouse.actions.schema.DescriptorFile;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionDescriptor;

/// Gives its input on. The expressions in it have done the work by then.
public final class TransformAction implements Action.Computation {
  private static final ActionDescriptor DESCRIPTOR =
      DescriptorFile.of(TransformAction.class, "transform");

  @Override
  public ActionDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public ActionAnswer compute(ActionCall call) {
    return new ActionAnswer.Done(call.input());
  }
}

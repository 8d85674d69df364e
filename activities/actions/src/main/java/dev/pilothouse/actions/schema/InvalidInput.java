package dev.pilothouse.actions.schema;

import dev.pilothouse.model.StepError;
import dev.pilothouse.spi.ActionAnswer;
import java.util.List;

/// What a step was given is not what its action takes; nothing was done.
public final class InvalidInput extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidInput(InputFault fault) {
    this(List.of(fault));
  }

  public InvalidInput(List<InputFault> faults) {
    super(String.join(" ", faults.stream().map(InputFault::message).toList()));
  }

  public ActionAnswer.Failed answer() {
    return new ActionAnswer.Failed(
        new StepError("input.invalid", StepError.Kind.USER, String.valueOf(getMessage())));
  }
}

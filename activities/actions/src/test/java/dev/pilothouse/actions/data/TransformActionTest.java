package dev.pilothouse.actions.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.ACall;
import dev.pilothouse.actions.ActionContract;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer.Done;
import org.junit.jupiter.api.Test;

class TransformActionTest implements ActionContract {
  private final TransformAction action = new TransformAction();

  @Override
  public Action action() {
    return action;
  }

  @Test
  void givesItsInputOn() {
    String input = "{\"amount\": 1000.10, \"tags\": [\"a\"]}";
    assertThat(action.compute(ACall.with(input))).isEqualTo(new Done(new Json(input)));
  }
}

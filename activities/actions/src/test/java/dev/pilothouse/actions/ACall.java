package dev.pilothouse.actions;

import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionCall.Deadline;
import dev.pilothouse.spi.CallOptions;
import java.time.Duration;
import java.util.UUID;

/// Calls as the effect gate makes them.
public final class ACall {
  public static final EffectId EFFECT =
      new EffectId(
          new RunId(new UUID(0x0123456789ab7defL, 0x8000000000000001L)), new StepKey("billing"));

  private static final TenantId TENANT = TenantId.next();

  private ACall() {}

  public static ActionCall with(String input) {
    return with(input, CallOptions.NONE);
  }

  public static ActionCall with(String input, CallOptions options) {
    return new ActionCall(
        TENANT, EFFECT, new Json(input), options, 1, Deadline.in(Duration.ofSeconds(30)));
  }

  public static ActionCall until(Duration left, String input) {
    return new ActionCall(TENANT, EFFECT, new Json(input), CallOptions.NONE, 1, Deadline.in(left));
  }
}

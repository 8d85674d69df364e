package dev.pilothouse.spi;

import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import java.time.Duration;

/// One call of an action for one step.
///
/// @param effect the same in every attempt: what a remote side gets as idempotency key
/// @param input `with` after all expressions were filled in; fits the action's schema
/// @param options what the step says beside `with`
/// @param attempt counted from one
/// @param deadline after it nothing may be sent any more
public record ActionCall(
    TenantId tenant,
    EffectId effect,
    Json input,
    CallOptions options,
    int attempt,
    Deadline deadline) {

  /// A point on this process's own monotonic clock: it goes on while a frozen process sleeps and no
  /// setting of the machine's clock moves it.
  public record Deadline(long nanos) {
    public static Deadline in(Duration time) {
      return new Deadline(System.nanoTime() + time.toNanos());
    }

    public Duration left() {
      return Duration.ofNanos(nanos - System.nanoTime());
    }

    public boolean passed() {
      return nanos - System.nanoTime() <= 0;
    }
  }
}

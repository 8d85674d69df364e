package dev.pilothouse.spi;

import dev.pilothouse.model.Json;
import java.time.Duration;
import java.util.Optional;

/// What the author says of a call beside its input.
///
/// @param idempotencyHeader the other side honours a key in this header: makes the call keyed
/// @param readBack how to ask whether the effect happened, filled in like the input: makes the call
///   reconcilable; its form is the action's own
public record CallOptions(
    Duration timeout, Optional<String> idempotencyHeader, Optional<Json> readBack) {
  public static final CallOptions NONE =
      new CallOptions(Duration.ofSeconds(30), Optional.empty(), Optional.empty());
}

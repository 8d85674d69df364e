package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import java.time.Duration;
import java.util.Optional;

/// What the author says of a call beside its input.
///
/// @param timeout of one attempt: 1 second to 10 minutes, by default 30 seconds
/// @param idempotencyHeader the header in which the other side honours a key
/// @param readBack how to ask whether the effect happened, filled in; known once the step is
///   reached, and empty before
public record CallSpec(
    Duration timeout, Retry retry, Optional<String> idempotencyHeader, Optional<Json> readBack) {
  static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(1);
  static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);

  public static final CallSpec DEFAULT =
      new CallSpec(Duration.ofSeconds(30), Retry.DEFAULT, Optional.empty(), Optional.empty());

  CallSpec readBackBy(Optional<Json> filledIn) {
    return new CallSpec(timeout, retry, idempotencyHeader, filledIn);
  }
}

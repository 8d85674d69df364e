package dev.pilothouse.model;

import java.util.Optional;

/// One change an action makes in the world, named before anything is sent and the same in every
/// attempt. Remote sides get it as idempotency key.
public record EffectId(RunId run, StepKey step) {
  /// Empty for text that is no id.
  public static Optional<EffectId> parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : RunId.parse(text.substring(0, colon))
            .map(run -> new EffectId(run, new StepKey(text.substring(colon + 1))));
  }

  @Override
  public String toString() {
    return run + ":" + step;
  }
}

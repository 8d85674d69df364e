package dev.pilothouse.builderapi;

import dev.pilothouse.spi.Automations.Drafted;

/// Somebody else saved the draft since the writer looked. Nothing was changed.
final class StaleDraft extends RuntimeException {
  private final transient Drafted now;

  StaleDraft(Drafted now) {
    super(
        "Expected the draft that you have seen, but "
            + now.saved().name()
            + " saved another one at "
            + now.saved().at()
            + ". Nothing was changed. Look at that draft, put your changes into it, and send it with"
            + " its ETag.");
    this.now = now;
  }

  Drafted now() {
    return now;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}

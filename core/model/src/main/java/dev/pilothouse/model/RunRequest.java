package dev.pilothouse.model;

import java.time.Instant;

/// The event that asks for a run of one automation: a person's, a program's or another run's. What
/// makes it for that one alone is its [Address].
public final class RunRequest {
  private static final String TYPE = "automation.requested";

  private RunRequest() {}

  /// @param input the data of the run's event
  public static CloudEvent of(AutomationId automation, String source, String sourceId, Json input) {
    return new CloudEvent(
        source,
        sourceId,
        TYPE,
        "automation/" + automation,
        Instant.now(),
        new EventData.Parsed(input));
  }
}

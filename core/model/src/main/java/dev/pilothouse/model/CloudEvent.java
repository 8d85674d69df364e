package dev.pilothouse.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// An event as its sender described it, in a CloudEvents 1.0 envelope.
///
/// @param source with `sourceId` the sender's name of the event: the same pair again is the same
///   event
/// @param subject what the event is about, such as `deal/42`; empty where the sender gave none
/// @param time when it happened, by the sender's clock; the time of arrival where the sender gave
///   none
public record CloudEvent(
    String source, String sourceId, String type, String subject, Instant time, EventData data) {
  /// Databases keep no finer times than microseconds; what is worked out from an event must not
  /// depend on whether it was kept already.
  public CloudEvent {
    time = time.truncatedTo(ChronoUnit.MICROS);
  }
}

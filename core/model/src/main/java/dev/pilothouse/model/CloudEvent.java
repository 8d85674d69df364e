package dev.pilothouse.model;

import java.time.Instant;

/// An event as its sender described it, in a CloudEvents 1.0 envelope.
///
/// @param source with `sourceId` the sender's name of the event: the same pair again is the same
///   event
/// @param subject what the event is about, such as `deal/42`; empty where the sender gave none
/// @param time when it happened, by the sender's clock; the time of arrival where the sender gave
///   none
public record CloudEvent(
    String source, String sourceId, String type, String subject, Instant time, EventData data) {}

package dev.pilothouse.model;

import java.time.Instant;

/// What a list needs to say about the event that caused a run.
public record EventSummary(EventId id, String type, String subject, String source, Instant time) {}

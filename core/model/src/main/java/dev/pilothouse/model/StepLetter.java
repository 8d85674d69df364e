package dev.pilothouse.model;

import java.time.Instant;

/// What has come for a step that waits, and was not yet read: an event, or the end of a called run.
public record StepLetter(StepKey step, Json body, Instant at) {}

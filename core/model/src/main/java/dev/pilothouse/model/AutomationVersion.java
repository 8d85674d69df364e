package dev.pilothouse.model;

/// A published definition: immutable, so a run under way never sees an edit.
public record AutomationVersion(
    AutomationId automation, VersionId version, String name, Json definition) {}

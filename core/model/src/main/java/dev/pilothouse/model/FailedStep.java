package dev.pilothouse.model;

/// The step that a run failed with.
public record FailedStep(StepKey step, String name, String message) {}

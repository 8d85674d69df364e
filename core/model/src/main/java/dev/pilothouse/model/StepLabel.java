package dev.pilothouse.model;

/// How a step is shown.
///
/// @param kind the action of a `do`, else the kind of step: `if`, `wait`, `stop`
public record StepLabel(String name, String kind) {}

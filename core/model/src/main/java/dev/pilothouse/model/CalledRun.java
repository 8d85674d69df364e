package dev.pilothouse.model;

/// A run that a step of another one called and waits for.
public record CalledRun(RunId run, StepKey step, String automation, RunState state) {}

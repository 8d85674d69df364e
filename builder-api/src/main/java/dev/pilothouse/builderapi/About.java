package dev.pilothouse.builderapi;

/// What this process says of itself.
///
/// @param temporalUi address of Temporal's own page; empty when there is none
public record About(String version, String temporalUi) {}

package dev.pilothouse.model;

/// What a run walks, from its beginning to its end.
///
/// @param name of the automation when the run was born
public record WalkedVersion(AutomationId automation, String name, NumberedVersion version) {}

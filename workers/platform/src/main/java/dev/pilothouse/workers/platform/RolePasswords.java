package dev.pilothouse.workers.platform;

/// The passwords of the three login roles that `roles.sql` makes.
public record RolePasswords(String migrator, String app, String system) {}

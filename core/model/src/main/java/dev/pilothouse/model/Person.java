package dev.pilothouse.model;

/// Someone who signs in.
///
/// @param firstPassword the password is still the one printed at the first start
public record Person(
    PersonId id, Tenant tenant, String email, String name, Role role, boolean firstPassword) {}

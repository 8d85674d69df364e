package dev.pilothouse.model;

/// A run and whose it is: enough to find and to walk it.
public record RunRef(TenantId tenant, RunId run) {}

package dev.pilothouse.model;

public record Tenant(TenantId id, String name) {}

package dev.pilothouse.triggers;

import dev.pilothouse.model.TenantId;

/// A type of events as one tenant knows it.
record TypeOfTenant(TenantId tenant, String type) {}

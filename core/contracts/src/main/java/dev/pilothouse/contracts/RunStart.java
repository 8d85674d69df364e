package dev.pilothouse.contracts;

import java.util.UUID;

/// Starts the workflow of one run. Small on purpose: what the run works on is read from the ledger.
///
/// @param engine see [Engine]
public record RunStart(int engine, UUID tenant, UUID run) {}

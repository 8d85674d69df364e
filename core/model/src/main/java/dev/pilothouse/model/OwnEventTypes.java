package dev.pilothouse.model;

import java.util.List;
import java.util.Set;

/// Types of events that Pilothouse alone writes: from anybody else they could pass for its word.
/// Whole families are its own only where nobody else would call anything so: a house has tenants
/// and a library holds. Of records it writes as well, but they may be kept elsewhere.
public final class OwnEventTypes {
  private static final List<String> BEGINNINGS = List.of("run.", "pilothouse.");
  private static final Set<String> TYPES =
      Set.of(
          "automation.published",
          "automation.paused",
          "automation.resumed",
          "automation.rolled_back",
          "automation.archived",
          "automation.restored",
          "automation.requested",
          "effect.resolved",
          "hold.begun",
          "hold.released",
          "tenant.renamed",
          "api_key.created",
          "api_key.withdrawn");

  private OwnEventTypes() {}

  public static boolean include(String type) {
    return TYPES.contains(type) || BEGINNINGS.stream().anyMatch(type::startsWith);
  }
}

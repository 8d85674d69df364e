package dev.pilothouse.model;

import java.util.UUID;

/// The company whose data a row belongs to. Row-level security compares exactly this value.
public record TenantId(UUID value) {
  public static TenantId next() {
    return new TenantId(TimeOrderedId.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

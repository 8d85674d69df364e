package dev.pilothouse.model;

import java.util.Optional;
import java.util.UUID;

/// A named chain, whatever its versions.
public record AutomationId(UUID value) {
  public static AutomationId next() {
    return new AutomationId(TimeOrderedId.next());
  }

  /// Empty for text that is no id.
  public static Optional<AutomationId> parse(String text) {
    return Ids.parse(text).map(AutomationId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

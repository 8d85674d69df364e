package dev.pilothouse.model;

import java.util.Optional;
import java.util.UUID;

public record NotificationId(UUID value) {
  public static NotificationId next() {
    return new NotificationId(TimeOrderedId.next());
  }

  /// Empty for text that is no id.
  public static Optional<NotificationId> parse(String text) {
    return Ids.parse(text).map(NotificationId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package dev.pilothouse.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a person or a key may do. The names are stored and typed in lower case.
public enum Role {
  ADMIN,
  BUILDER,
  REVIEWER,
  OPERATOR,
  MEMBER,
  VIEWER;

  public static Optional<Role> parse(String text) {
    return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Viewers look; everyone else may let something happen, within what their later rights say.
  public boolean maySendEvents() {
    return this != VIEWER;
  }
}

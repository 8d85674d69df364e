package dev.pilothouse.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where an automation stands. The names are stored and sent in lower case.
public enum AutomationState {
  /// Nothing of it was ever published.
  DRAFT,
  /// New events start it.
  PUBLISHED,
  /// Published, but stopped by a person: what would have started it is kept as a verdict.
  PAUSED,
  /// Put away: out of the lists, its name free for others, nothing starts it.
  ARCHIVED;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Empty for what is no state.
  public static Optional<AutomationState> parse(String text) {
    return Arrays.stream(values()).filter(state -> state.text().equals(text)).findFirst();
  }
}

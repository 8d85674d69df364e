package dev.pilothouse.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who writes a log of its own.
enum LogPart {
  APP,
  POSTGRES,
  TEMPORAL,
  SUPERVISOR;

  static Optional<LogPart> named(String word) {
    return Arrays.stream(values()).filter(part -> part.toString().equals(word)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(LogPart::toString).toList();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.pilothouse.model;

import java.util.Locale;

/// In what a definition was written. The names are stored and sent in lower case.
public enum SourceFormat {
  JSON,
  YAML;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static SourceFormat parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}

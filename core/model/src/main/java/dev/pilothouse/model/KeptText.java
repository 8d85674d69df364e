package dev.pilothouse.model;

/// Words of others, as they are kept: PostgreSQL keeps no NUL in text, and half a surrogate pair is
/// no text at all.
public final class KeptText {
  private KeptText() {}

  /// With a mark in place of what cannot be kept.
  public static String of(String text) {
    return text.replace('\0', '\uFFFD').replaceAll("\\p{Cs}", "\uFFFD");
  }
}

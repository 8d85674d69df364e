package dev.pilothouse.model;

/// A JSON text that someone has already parsed once and found well formed. Kept as text, so that
/// what came in is what is stored and shown.
public record Json(String text) {
  public static final Json NULL = new Json("null");
}

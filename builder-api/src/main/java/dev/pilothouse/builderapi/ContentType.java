package dev.pilothouse.builderapi;

import java.util.Locale;
import java.util.Optional;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;

/// What a sender says its bytes are.
///
/// @param text as it was sent
record ContentType(String text, MimeType type) {
  static final ContentType BYTES = known("application/octet-stream");
  static final ContentType JSON = known("application/json");

  /// Empty for text that names no content type.
  static Optional<ContentType> parse(String text) {
    try {
      return Optional.of(new ContentType(text, MimeType.valueOf(text)));
    } catch (InvalidMimeTypeException notOne) {
      return Optional.empty();
    }
  }

  private static ContentType known(String text) {
    return new ContentType(text, MimeType.valueOf(text));
  }

  boolean isJson() {
    String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
    return subtype.equals("json") || subtype.endsWith("+json");
  }

  boolean is(String name) {
    return type.equalsTypeAndSubtype(MimeType.valueOf(name));
  }
}

package dev.pilothouse.builderapi;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Undoes what CloudEvents does to a text so that it fits a header: quotes around it, backslashes
/// within them, and UTF-8 written as percent and two hex digits. A plus stays a plus.
final class HeaderText {
  private HeaderText() {}

  /// Empty for what was not encoded so.
  static Optional<String> decoded(String header) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(header.length());
    String text = unquoted(header);
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      int octet = letter == '%' ? hex(text, i + 1) : printable(letter);
      if (octet < 0) {
        return Optional.empty();
      }
      bytes.write(octet);
      i += letter == '%' ? 2 : 0;
    }
    return utf8(bytes.toByteArray());
  }

  private static String unquoted(String header) {
    boolean quoted = header.length() > 1 && header.startsWith("\"") && header.endsWith("\"");
    return quoted ? header.substring(1, header.length() - 1).replaceAll("\\\\(.)", "$1") : header;
  }

  private static int printable(char letter) {
    return letter >= ' ' && letter <= '~' ? letter : -1;
  }

  private static int hex(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }
}

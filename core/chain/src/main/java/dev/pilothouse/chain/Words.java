package dev.pilothouse.chain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What is done with words and letters. A letter is a code point: a smiley is one, and never cut in
/// two.
final class Words {
  private Words() {}

  static List<String> in(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  static String capitalised(String text) {
    return text.isEmpty() ? text : first(text).toUpperCase(Locale.ROOT) + rest(text);
  }

  static String title(String text) {
    StringBuilder title = new StringBuilder(text.length());
    boolean within = false;
    for (int letter : text.codePoints().toArray()) {
      title.appendCodePoint(within ? Character.toLowerCase(letter) : Character.toTitleCase(letter));
      within = Character.isLetterOrDigit(letter) || (within && letter == '\'');
    }
    return title.toString();
  }

  static String initials(String text) {
    return in(text).stream()
        .map(word -> first(word).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  private static String first(String text) {
    return text.substring(0, text.offsetByCodePoints(0, 1));
  }

  private static String rest(String text) {
    return text.substring(text.offsetByCodePoints(0, 1));
  }

  static String truncated(String text, int length, String ending) {
    if (length(text) <= length) {
      return text;
    }
    return upTo(text, Math.max(0, length - length(ending))) + upTo(ending, length);
  }

  private static String upTo(String text, int length) {
    return text.substring(0, text.offsetByCodePoints(0, Math.min(length, length(text))));
  }

  static String before(String text, String part) {
    int at = Search.first(text, part);
    return at < 0 ? text : text.substring(0, at);
  }

  static String after(String text, String part) {
    int at = Search.first(text, part);
    return at < 0 ? "" : text.substring(at + part.length());
  }

  static String emailDomain(String address) {
    String domain = address.substring(address.lastIndexOf('@') + 1);
    return address.contains("@") ? before(domain, ">").strip().toLowerCase(Locale.ROOT) : "";
  }
}

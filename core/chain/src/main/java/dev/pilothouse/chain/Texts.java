package dev.pilothouse.chain;

import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Texts that are put together, within a length: a short text may be put in a million places.
final class Texts {
  /// In characters.
  static final int LONGEST = 2_000_000;

  private Texts() {}

  static String replaced(Given given) {
    return replaced(given, -1);
  }

  /// @param times at most; less than none for all
  static String replaced(Given given, int times) {
    String text = given.text(0);
    String part = given.text(1);
    if (part.isEmpty()) {
      throw given.refuse(1, "a text of at least one character");
    }
    StringBuilder result = new StringBuilder(text.length());
    int from = 0;
    int left = times;
    for (int at = Search.first(text, part);
        at >= 0 && left != 0;
        at = Search.first(text, part, from)) {
      append(given, result, text.substring(from, at));
      append(given, result, given.text(2));
      from = at + part.length();
      left--;
    }
    append(given, result, text.substring(from));
    return result.toString();
  }

  /// As they read within a sentence.
  static String joined(Given given, String separator) {
    StringBuilder result = new StringBuilder();
    boolean first = true;
    for (Object item : given.list(0)) {
      if (!(item instanceof NullValue)) {
        append(given, result, first ? "" : separator);
        append(given, result, inSentence(given, item));
        first = false;
      }
    }
    return result.toString();
  }

  static String orDefault(Given given) {
    String text = inSentence(given, given.any(0));
    return text.isBlank() ? given.text(1) : text;
  }

  static String inSentence(Given given, Object value) {
    if (value instanceof String text) {
      return text;
    }
    try {
      return JsonText.inSentence(CelValues.json(value));
    } catch (CelValues.NoJson noJson) {
      throw given.refuse("a value cannot be written as text: " + noJson.getMessage());
    }
  }

  static List<String> split(Given given) {
    String text = given.text(0);
    String separator = given.text(1);
    int most = given.whole(2, -1, Integer.MAX_VALUE, -1);
    if (most == 0) {
      return List.of();
    }
    return separator.isEmpty() ? letters(given, text, most) : parts(text, separator, most);
  }

  private static List<String> parts(String text, String separator, int most) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = Search.first(text, separator);
        at >= 0 && parts.size() + 1 != most;
        at = Search.first(text, separator, from)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  /// As many letters lie before it; -1 where it is not in the text.
  static long placeOf(Given given, boolean last) {
    String text = given.text(0);
    String part = given.text(1);
    int length = Words.length(text);
    int from = text.offsetByCodePoints(0, given.whole(2, 0, length, last ? length : 0));
    int at = last ? Search.last(text, part, from) : Search.first(text, part, from);
    return at < 0 ? -1 : text.codePointCount(0, at);
  }

  private static List<String> letters(Given given, String text, int most) {
    if (text.length() > Lists.LONGEST) {
      throw given.refuse("the text has more than " + Lists.LONGEST + " letters");
    }
    int[] letters = text.codePoints().toArray();
    int single = most < 0 ? letters.length : Math.min(letters.length, most - 1);
    Stream<String> singles = Arrays.stream(letters, 0, single).mapToObj(Character::toString);
    return single == letters.length
        ? singles.toList()
        : Stream.concat(singles, Stream.of(new String(letters, single, letters.length - single)))
            .toList();
  }

  private static void append(Given given, StringBuilder result, String text) {
    if (result.length() + text.length() > LONGEST) {
      throw given.refuse("the text would be longer than " + LONGEST + " characters");
    }
    result.append(text);
  }
}

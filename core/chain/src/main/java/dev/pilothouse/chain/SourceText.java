package dev.pilothouse.chain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The text of a definition as its author sent it, and its lines.
final class SourceText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String text;
  private final int[] lineStarts;
  private final int[] characters;

  SourceText(String sent) {
    text = sent.startsWith(BYTE_ORDER_MARK) ? sent.substring(1) : sent;
    lineStarts = lineStarts(text);
    characters = characters(text);
  }

  /// Without the mark that some editors put before it.
  String text() {
    return text;
  }

  /// Without their breaks; behind the last break there is one more.
  List<String> lines() {
    return IntStream.of(lineStarts)
        .mapToObj(start -> text.substring(start, endOfLine(start)))
        .toList();
  }

  int length() {
    return text.length();
  }

  private static int[] lineStarts(String text) {
    return IntStream.concat(
            IntStream.of(0),
            IntStream.range(0, text.length()).filter(at -> endsLine(text, at)).map(end -> end + 1))
        .toArray();
  }

  private static boolean endsLine(String text, int at) {
    char found = text.charAt(at);
    return found == '\n' || (found == '\r' && !text.startsWith("\n", at + 1));
  }

  /// Where each character begins; empty where all have one `char`.
  private static int[] characters(String text) {
    int count = text.codePointCount(0, text.length());
    return count == text.length()
        ? new int[0]
        : IntStream.range(0, text.length())
            .filter(at -> at == 0 || !isSecondHalf(text, at))
            .toArray();
  }

  private static boolean isSecondHalf(String text, int at) {
    return Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  /// Where the character with this number begins, counted from zero.
  int offsetOf(int character) {
    if (characters.length == 0) {
      return Math.clamp(character, 0, text.length());
    }
    return character < characters.length ? characters[Math.max(0, character)] : text.length();
  }

  /// Counted from one.
  int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  int startOfLine(int offset) {
    return lineStarts[lineOf(offset) - 1];
  }

  /// Where the line ends, its break not among it.
  int endOfLine(int offset) {
    int end = offset;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /// What stands before this place in its line.
  String before(int offset) {
    return text.substring(startOfLine(offset), offset);
  }

  /// What stands in its line from this place on.
  String restOfLine(int offset) {
    return text.substring(offset, endOfLine(offset)).stripTrailing();
  }

  Place place(Span span) {
    int offset = Math.clamp(span.from(), 0, text.length());
    int end = Math.clamp(span.to(), offset, endOfLine(offset));
    return new Place(
        lineOf(offset),
        text.codePointCount(startOfLine(offset), offset) + 1,
        Shown.shortened(text.substring(offset, end).strip()));
  }

  /// With the word that stands there.
  Place place(int offset) {
    return place(new Span(offset, endOfWord(offset)));
  }

  /// As a message says it: what was found at this place.
  String shown(int offset) {
    if (offset >= text.length()) {
      return "the text ends";
    }
    if (restOfLine(offset).isEmpty()) {
      return "the line ends";
    }
    String word = text.substring(offset, endOfWord(offset));
    return "found "
        + (isHidden(word.codePointAt(0)) ? named(word) : CelMistakes.quoted(Shown.shortened(word)));
  }

  private static boolean isHidden(int character) {
    return Character.isISOControl(character)
        || Character.isSpaceChar(character)
        || Character.getType(character) == Character.FORMAT;
  }

  private static String named(String word) {
    int character = word.codePointAt(0);
    return character == '\t'
        ? "a tab"
        : "the character U+%04X, which cannot be seen".formatted(character);
  }

  private int endOfWord(int offset) {
    int close = text.startsWith("\"", offset) ? text.indexOf('"', offset + 1) : -1;
    if (close > 0 && close < endOfLine(offset)) {
      return close + 1;
    }
    int end = offset;
    while (end < text.length() && Character.isUnicodeIdentifierPart(text.charAt(end))) {
      end++;
    }
    return end > offset || end == text.length() ? end : text.offsetByCodePoints(offset, 1);
  }
}

package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.List;

/// The text of an expression, cut at an operator that stands in no brackets and no quotation, so
/// that each part can be shown in its author's words. The expression was compiled before: its form
/// is right.
final class TopLevel {
  private final String text;
  private int at;
  private int depth;

  private TopLevel(String text) {
    this.text = text;
  }

  /// The parts that must all hold; the whole where something else stands above them.
  static List<String> allOf(String text) {
    String bare = withoutBrackets(text);
    return new TopLevel(bare).has("?") || new TopLevel(bare).has("||")
        ? List.of(bare)
        : new TopLevel(bare).cut("&&");
  }

  /// The parts of which one must hold; the whole where something else stands above them.
  static List<String> anyOf(String text) {
    String bare = withoutBrackets(text);
    return new TopLevel(bare).has("?") ? List.of(bare) : new TopLevel(bare).cut("||");
  }

  /// Brackets around all of it say nothing.
  private static String withoutBrackets(String text) {
    String bare = text.strip();
    return bare.startsWith("(") && new TopLevel(bare).endOfFirst() == bare.length()
        ? withoutBrackets(bare.substring(1, bare.length() - 1))
        : bare;
  }

  private int endOfFirst() {
    do {
      step();
    } while (depth > 0 && at < text.length());
    return at;
  }

  private boolean has(String operator) {
    return cut(operator).size() > 1;
  }

  private List<String> cut(String operator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (at < text.length()) {
      if (depth == 0 && isHere(operator)) {
        parts.add(text.substring(from, at).strip());
        at += operator.length();
        from = at;
      } else {
        step();
      }
    }
    parts.add(text.substring(from).strip());
    return parts;
  }

  /// `.?` asks for what may be missing, and decides nothing.
  private boolean isHere(String operator) {
    return text.startsWith(operator, at)
        && !(operator.equals("?") && at > 0 && text.charAt(at - 1) == '.');
  }

  private void step() {
    char letter = text.charAt(at);
    switch (letter) {
      case '\'', '"' -> skipQuotation(letter);
      case '/' -> skipComment();
      case '(', '[', '{' -> {
        depth++;
        at++;
      }
      case ')', ']', '}' -> {
        depth--;
        at++;
      }
      default -> at++;
    }
  }

  private void skipComment() {
    int end = text.startsWith("//", at) ? text.indexOf('\n', at) : at;
    at = end < 0 ? text.length() : end + 1;
  }

  private void skipQuotation(char mark) {
    boolean raw = isRaw();
    String thrice = String.valueOf(mark).repeat(3);
    String end = text.startsWith(thrice, at) ? thrice : String.valueOf(mark);
    at += end.length();
    while (at < text.length() && !text.startsWith(end, at)) {
      at += text.charAt(at) == '\\' && !raw ? 2 : 1;
    }
    at = Math.min(text.length(), at + end.length());
  }

  /// `r'\d'`, also together with a `b`.
  private boolean isRaw() {
    int start = at;
    while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    String prefix = text.substring(start, at);
    return prefix.length() <= 2 && prefix.matches("(?i)b?r|rb");
  }
}

package dev.pilothouse.chain;

import dev.cel.runtime.CelFunctionBinding;
import java.util.Set;

/// Seeks one text in another, in a time that grows with both and never with their product: `aaab`
/// in `aaaaaa` makes a simple search begin anew at every letter.
final class Search {
  /// Letters compared at worst; below it the simple search, which Java does by machine code, wins.
  private static final long SIMPLE = 1_000_000;

  private Search() {}

  /// In place of CEL's own.
  static Set<CelFunctionBinding> bindings() {
    return Set.of(contains("contains"), contains("contains_string"));
  }

  private static CelFunctionBinding contains(String form) {
    return CelFunctionBinding.from(form, String.class, String.class, Search::isIn);
  }

  static boolean isIn(String text, String part) {
    return first(text, part) >= 0;
  }

  /// @return the first place from there on; -1 where there is none
  static int first(String text, String part, int from) {
    boolean simple = (long) (text.length() - from) * part.length() <= SIMPLE;
    return simple ? text.indexOf(part, from) : steadily(text, part, from);
  }

  static int first(String text, String part) {
    return first(text, part, 0);
  }

  /// @return the last place up to there; -1 where there is none
  static int last(String text, String part, int from) {
    int end = Math.min(text.length(), from + part.length());
    if ((long) end * part.length() <= SIMPLE) {
      return text.lastIndexOf(part, from);
    }
    int at = first(reversed(text.substring(0, end)), reversed(part));
    return at < 0 ? -1 : end - at - part.length();
  }

  /// By Knuth, Morris and Pratt: never looks at a letter of the text twice.
  private static int steadily(String text, String part, int from) {
    int[] again = againFrom(part);
    int fit = 0;
    for (int at = from; at < text.length(); at++) {
      while (fit > 0 && text.charAt(at) != part.charAt(fit)) {
        fit = again[fit - 1];
      }
      if (text.charAt(at) == part.charAt(fit)) {
        fit++;
      }
      if (fit == part.length()) {
        return at - fit + 1;
      }
    }
    return -1;
  }

  /// How much of the part's beginning stands at the end of its first so many letters.
  private static int[] againFrom(String part) {
    int[] again = new int[part.length()];
    int fit = 0;
    for (int at = 1; at < part.length(); at++) {
      while (fit > 0 && part.charAt(at) != part.charAt(fit)) {
        fit = again[fit - 1];
      }
      if (part.charAt(at) == part.charAt(fit)) {
        fit++;
      }
      again[at] = fit;
    }
    return again;
  }

  /// Letter by letter, without regard to pairs that are one character: the search has none either.
  private static String reversed(String text) {
    char[] letters = text.toCharArray();
    for (int at = 0; at < letters.length / 2; at++) {
      char letter = letters[at];
      letters[at] = letters[letters.length - 1 - at];
      letters[letters.length - 1 - at] = letter;
    }
    return new String(letters);
  }
}

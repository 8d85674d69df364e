package dev.pilothouse.activities;

import java.math.BigDecimal;
import java.util.Optional;

/// Numbers that JSON says in a few letters and that are long when written out. The ledger writes
/// them out: some it refuses, and others nobody could read back.
final class NumbersInJson {
  /// As many as a reader of JSON takes for one number.
  static final int MOST_DIGITS = 1_000;

  private static final int LONGEST_SHOWN = 40;

  private NumbersInJson() {}

  /// The first one that is too long, as it stands there, if not at its full length.
  static Optional<String> tooLong(String json) {
    for (int at = 0; at < json.length(); at++) {
      if (json.charAt(at) == '"') {
        at = endOfText(json, at);
      } else if (beginsNumber(json.charAt(at))) {
        String number = numberAt(json, at);
        if (isTooLong(number)) {
          return Optional.of(shortened(number));
        }
        at += number.length() - 1;
      }
    }
    return Optional.empty();
  }

  private static int endOfText(String json, int begin) {
    int at = begin + 1;
    while (at < json.length() && json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  private static boolean beginsNumber(char letter) {
    return letter == '-' || (letter >= '0' && letter <= '9');
  }

  private static String numberAt(String json, int begin) {
    int end = begin;
    while (end < json.length() && "+-.eE0123456789".indexOf(json.charAt(end)) >= 0) {
      end++;
    }
    return json.substring(begin, end);
  }

  private static boolean isTooLong(String number) {
    boolean isAsLongAsItLooks = number.indexOf('e') < 0 && number.indexOf('E') < 0;
    return isAsLongAsItLooks ? number.length() > MOST_DIGITS : digits(number) > MOST_DIGITS;
  }

  private static long digits(String number) {
    try {
      BigDecimal read = new BigDecimal(number);
      long behindThePoint = read.scale();
      return behindThePoint > 0
          ? Math.max(read.precision(), behindThePoint + 1)
          : read.precision() - behindThePoint;
    } catch (NumberFormatException beyondAll) {
      return Long.MAX_VALUE;
    }
  }

  private static String shortened(String number) {
    return number.length() > LONGEST_SHOWN ? number.substring(0, LONGEST_SHOWN) + "…" : number;
  }
}

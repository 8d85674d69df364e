package dev.pilothouse.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers as people write, round and read them.
final class Numbers {
  static final int MOST_DIGITS = 15;

  private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?");

  private Numbers() {}

  /// A whole number where it was reckoned from whole ones.
  static Object plain(BigDecimal number) {
    return number.scale() <= 0 && isWhole(number)
        ? (Object) number.longValueExact()
        : (Object) number.doubleValue();
  }

  private static boolean isWhole(BigDecimal number) {
    return number.precision() - number.scale() <= 40
        && number.toBigInteger().bitLength() < Long.SIZE;
  }

  static double rounded(Given given, RoundingMode mode) {
    return given
        .number(0)
        .setScale(given.whole(1, -MOST_DIGITS, MOST_DIGITS, 0), mode)
        .doubleValue();
  }

  /// With a mark between each three digits before the point, and one for the point.
  static String formatted(BigDecimal number, int digits, String group, String point) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setRoundingMode(RoundingMode.HALF_UP);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(number).replace(",", "\0").replace(".", point).replace("\0", group);
  }

  static Optional<BigDecimal> parsed(String text, String group, String point) {
    String ungrouped = group.isEmpty() ? text.strip() : text.strip().replace(group, "");
    String plain = point.equals(".") ? ungrouped : ungrouped.replace(point, ".");
    return PLAIN.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
  }
}

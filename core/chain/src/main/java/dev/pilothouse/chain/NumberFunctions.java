package dev.pilothouse.chain;

import static dev.pilothouse.chain.Kind.DECIMAL;
import static dev.pilothouse.chain.Kind.NUMBER;
import static dev.pilothouse.chain.Kind.TEXT;
import static dev.pilothouse.chain.Kind.WHOLE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/// `number.…`: in decimal digits, as people reckon, and not in binary ones.
final class NumberFunctions {
  private NumberFunctions() {}

  static List<OurFunction> all() {
    return Stream.of(rounding(), bounds(), writing()).flatMap(List::stream).toList();
  }

  private static List<OurFunction> rounding() {
    return List.of(
        rounding(
                "number.round",
                "To so many digits behind the point, none if not said; halves go up, away from 0.")
            .shown("number.round(2.675, 2)", "2.68")
            .by(given -> Numbers.rounded(given, RoundingMode.HALF_UP)),
        rounding("number.floor", "To the next number below with so many digits.")
            .shown("number.floor(2.679, 2)", "2.67")
            .by(given -> Numbers.rounded(given, RoundingMode.FLOOR)),
        rounding("number.ceil", "To the next number above with so many digits.")
            .shown("number.ceil(2.671, 2)", "2.68")
            .by(given -> Numbers.rounded(given, RoundingMode.CEILING)),
        OurFunction.named("number.whole")
            .taking("number", NUMBER)
            .giving(WHOLE)
            .does("Rounded to a whole number; halves go up, away from 0.")
            .shown("number.whole(2.5)", "3")
            .by(given -> given.number(0).setScale(0, RoundingMode.HALF_UP).longValueExact()));
  }

  private static FunctionBuilder rounding(String name, String does) {
    return OurFunction.named(name)
        .taking("number", NUMBER)
        .maybe("digits", WHOLE)
        .giving(DECIMAL)
        .does(does);
  }

  private static List<OurFunction> bounds() {
    return List.of(
        OurFunction.named("number.abs")
            .taking("number", NUMBER)
            .giving(NUMBER)
            .does("Without its sign.")
            .shown("number.abs(-2.5)", "2.5")
            .by(given -> Numbers.plain(given.number(0).abs())),
        two("number.min", "The smaller of two.")
            .shown("number.min(3, 2.5)", "2.5")
            .by(given -> Numbers.plain(smaller(given.number(0), given.number(1)))),
        two("number.max", "The larger of two.")
            .shown("number.max(3, 2.5)", "3")
            .by(given -> Numbers.plain(larger(given.number(0), given.number(1)))),
        OurFunction.named("number.clamp")
            .taking("number", NUMBER)
            .taking("least", NUMBER)
            .taking("most", NUMBER)
            .giving(NUMBER)
            .does("The number, but not less than one and not more than the other.")
            .shown("number.clamp(140, 0, 100)", "100")
            .by(given ->
                Numbers.plain(smaller(larger(given.number(0), given.number(1)), given.number(2)))));
  }

  private static FunctionBuilder two(String name, String does) {
    return OurFunction.named(name)
        .taking("one", NUMBER)
        .taking("other", NUMBER)
        .giving(NUMBER)
        .does(does);
  }

  /// Not `min` of the library: of equal ones it may give the second, which may be of another kind.
  private static BigDecimal smaller(BigDecimal one, BigDecimal other) {
    return other.compareTo(one) < 0 ? other : one;
  }

  private static BigDecimal larger(BigDecimal one, BigDecimal other) {
    return other.compareTo(one) > 0 ? other : one;
  }

  private static List<OurFunction> writing() {
    return List.of(
        OurFunction.named("number.format")
            .costing(80)
            .taking("number", NUMBER)
            .taking("digits", WHOLE)
            .maybe("group", TEXT)
            .maybe("point", TEXT)
            .giving(TEXT)
            .does(
                "Written with so many digits behind the point; with ',' between groups and '.' as the point, if not said.")
            .shown("number.format(1234567.891, 2, '.', ',')", "\"1.234.567,89\"")
            .by(given ->
                Numbers.formatted(
                    given.number(0),
                    given.whole(1, 0, Numbers.MOST_DIGITS),
                    given.text(2, ","),
                    given.text(3, "."))),
        OurFunction.named("number.parse")
            .taking("text", TEXT)
            .maybe("group", TEXT)
            .maybe("point", TEXT)
            .giving(NUMBER)
            .does(
                "The number that a text says; with ',' between groups and '.' as the point, if not said.")
            .shown("number.parse('1.234,50', '.', ',')", "1234.5")
            .by(given ->
                Numbers.parsed(given.text(0), given.text(1, ","), given.text(2, "."))
                    .map(Numbers::plain)
                    .orElseThrow(() -> given.refuse(0, "a number"))));
  }
}

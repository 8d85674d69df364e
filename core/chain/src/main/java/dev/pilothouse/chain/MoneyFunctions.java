package dev.pilothouse.chain;

import static dev.pilothouse.chain.Kind.CURRENCY;
import static dev.pilothouse.chain.Kind.DECIMAL;
import static dev.pilothouse.chain.Kind.MONEY;
import static dev.pilothouse.chain.Kind.MONIES;
import static dev.pilothouse.chain.Kind.NUMBER;
import static dev.pilothouse.chain.Kind.TEXT;
import static dev.pilothouse.chain.Kind.WHOLE;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// `money.…`: amounts that stay exact to the cent. Two amounts go together in one currency only.
final class MoneyFunctions {
  private static final String SHOWN = "money.of('12.50', 'EUR')";
  private static final int CALL = 60;
  private static final int MOST_SHARES = 1_000;

  private MoneyFunctions() {}

  static List<OurFunction> all() {
    return Stream.of(making(), reckoning(), telling()).flatMap(List::stream).toList();
  }

  private static List<OurFunction> making() {
    return List.of(
        named("money.of")
            .taking("amount", Kind.AMOUNT)
            .taking("currency", CURRENCY)
            .giving(MONEY)
            .does(
                "An amount in a currency, rounded to its digits; halves go to the even one. A text keeps all its digits.")
            .shown("money.of('1234.505', 'EUR')", "{\"amount\":\"1234.50\",\"currency\":\"EUR\"}")
            .by(given -> Money.rounded(amount(given), currency(given)).value()),
        named("money.sum")
            .taking("list", MONIES)
            .taking("currency", CURRENCY)
            .giving(MONEY)
            .weighing(Weight.WHOLE)
            .does("The sum of a list of amounts, all in this currency.")
            .shown(
                "money.sum([" + SHOWN + ", " + SHOWN + "], 'EUR')",
                "{\"amount\":\"25.00\",\"currency\":\"EUR\"}")
            .by(MoneyFunctions::sum));
  }

  private static List<OurFunction> reckoning() {
    return List.of(
        two("money.add", "The sum of two amounts.")
            .shown(
                "money.add(" + SHOWN + ", money.of(1, 'EUR'))",
                "{\"amount\":\"13.50\",\"currency\":\"EUR\"}")
            .by(given -> together(given, money(given, 0).amount().add(second(given).amount()))),
        two("money.subtract", "The first amount without the second.")
            .shown(
                "money.subtract(" + SHOWN + ", money.of(1, 'EUR'))",
                "{\"amount\":\"11.50\",\"currency\":\"EUR\"}")
            .by(given ->
                together(given, money(given, 0).amount().subtract(second(given).amount()))),
        named("money.multiply")
            .taking("money", MONEY)
            .taking("by", NUMBER)
            .giving(MONEY)
            .does(
                "So many times the amount, rounded to the digits of the currency; halves go to the even one.")
            .shown(
                "money.multiply(" + SHOWN + ", 1.19)",
                "{\"amount\":\"14.88\",\"currency\":\"EUR\"}")
            .by(given -> together(given, money(given, 0).amount().multiply(given.number(1)))),
        named("money.share")
            .taking("money", MONEY)
            .taking("parts", WHOLE)
            .giving(MONIES)
            .does(
                "So many parts that together are the amount; the first ones are a cent larger where it does not come out even.")
            .shown(
                "money.share(money.of(10, 'EUR'), 3).map(m, m.amount)",
                "[\"3.34\",\"3.33\",\"3.33\"]")
            .by(MoneyFunctions::shares));
  }

  private static List<OurFunction> telling() {
    return List.of(
        named("money.number")
            .taking("money", MONEY)
            .giving(DECIMAL)
            .does("The amount as a number, for conditions.")
            .shown("money.number(" + SHOWN + ") > 10", "true")
            .by(given -> money(given, 0).amount().doubleValue()),
        named("money.format")
            .taking("money", MONEY)
            .maybe("group", TEXT)
            .maybe("point", TEXT)
            .giving(TEXT)
            .does(
                "The amount and the currency; with ',' between groups and '.' as the point, if not said.")
            .shown("money.format(money.of(1234.5, 'EUR'), '.', ',')", "\"1.234,50 EUR\"")
            .by(MoneyFunctions::formatted));
  }

  private static FunctionBuilder named(String name) {
    return OurFunction.named(name).costing(CALL);
  }

  private static FunctionBuilder two(String name, String does) {
    return named(name).taking("money", MONEY).taking("other", MONEY).giving(MONEY).does(does);
  }

  private static BigDecimal amount(Given given) {
    return given.any(0) instanceof String text
        ? Money.amount(text).orElseThrow(() -> given.refuse(0, "an amount such as '12.50'"))
        : given.number(0);
  }

  private static Currency currency(Given given) {
    return Money.currency(given.text(1)).orElseThrow(() -> given.refuse(1));
  }

  private static Money money(Given given, int at) {
    return Money.of(given.any(at))
        .orElseThrow(
            () -> given.refuse(at, "money such as {'amount': '12.50', 'currency': 'EUR'}"));
  }

  /// In the currency of the first.
  private static Money second(Given given) {
    return in(given, money(given, 0).currency(), money(given, 1));
  }

  private static Money in(Given given, Currency currency, Money money) {
    if (!money.currency().equals(currency)) {
      throw given.refuse(currency + " and " + money.currency() + " cannot be reckoned together");
    }
    return money;
  }

  private static Object together(Given given, BigDecimal amount) {
    return Money.rounded(amount, money(given, 0).currency()).value();
  }

  private static Object sum(Given given) {
    Currency currency = currency(given);
    BigDecimal sum =
        given.list(0).stream()
            .map(item ->
                Money.of(item)
                    .orElseThrow(
                        () -> given.refuse("there is " + Kind.shown(item) + " among the amounts")))
            .map(money -> in(given, currency, money).amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Money.rounded(sum, currency).value();
  }

  private static Object shares(Given given) {
    Money money = money(given, 0);
    int parts = given.whole(1, 1, MOST_SHARES);
    BigDecimal cent = BigDecimal.ONE.movePointLeft(money.amount().scale());
    BigDecimal[] cents = money.amount().divide(cent).divideAndRemainder(BigDecimal.valueOf(parts));
    int more = cents[1].intValueExact();
    return Lists.some(
        IntStream.range(0, parts)
            .mapToObj(part ->
                part < Math.abs(more)
                    ? cents[0].add(BigDecimal.valueOf(Integer.signum(more)))
                    : cents[0])
            .map(share -> Money.rounded(share.multiply(cent), money.currency()).value()));
  }

  private static String formatted(Given given) {
    Money money = money(given, 0);
    return Numbers.formatted(
            money.amount(), money.amount().scale(), given.text(1, ","), given.text(2, "."))
        + " "
        + money.currency();
  }
}

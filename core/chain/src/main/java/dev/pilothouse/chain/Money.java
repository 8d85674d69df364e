package dev.pilothouse.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/// An amount in a currency, with as many digits as that has. Written `{"amount": "12.50",
/// "currency": "EUR"}`: the amount is a text, since a JSON number would lose the cents of large
/// sums somewhere on its way.
record Money(BigDecimal amount, Currency currency) {
  private static final int LONGEST = 40;

  /// Halves go to the even digit, so that many roundings do not add up.
  static Money rounded(BigDecimal amount, Currency currency) {
    return new Money(
        amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN), currency);
  }

  static boolean isCurrency(String code) {
    return currency(code).isPresent();
  }

  static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code))
          .filter(currency -> currency.getDefaultFractionDigits() >= 0);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  static Optional<Money> of(Object value) {
    return value instanceof Map<?, ?> fields
            && fields.get("amount") instanceof String amount
            && fields.get("currency") instanceof String code
        ? amount(amount).flatMap(sum -> currency(code).map(currency -> rounded(sum, currency)))
        : Optional.empty();
  }

  static Optional<BigDecimal> amount(String text) {
    return text.length() <= LONGEST ? Numbers.parsed(text, "", ".") : Optional.empty();
  }

  CelMap value() {
    return CelMap.of("amount", amount.toPlainString(), "currency", currency.getCurrencyCode());
  }
}

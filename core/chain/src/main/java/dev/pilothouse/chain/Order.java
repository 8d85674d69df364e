package dev.pilothouse.chain;

import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/// Numbers by size, texts by their letters, times by time, no before yes; what is nothing comes
/// last. Exact also between the kinds of numbers, else a sort could find no order at all.
final class Order implements Comparator<Object> {
  private final Given given;

  Order(Given given) {
    this.given = given;
  }

  @Override
  public int compare(Object left, Object right) {
    if (left instanceof NullValue || right instanceof NullValue) {
      return Boolean.compare(left instanceof NullValue, right instanceof NullValue);
    }
    return switch (left) {
      case Number number when right instanceof Number other -> numbers(number, other);
      case String text when right instanceof String other -> text.compareTo(other);
      case Boolean yes when right instanceof Boolean other -> yes.compareTo(other);
      case Instant time when right instanceof Instant other -> time.compareTo(other);
      case Duration time when right instanceof Duration other -> time.compareTo(other);
      default ->
          throw given.refuse(Kind.shown(left) + " and " + Kind.shown(right) + " have no order");
    };
  }

  private static int numbers(Number left, Number right) {
    if (left instanceof Long one && right instanceof Long other) {
      return Long.compare(one, other);
    }
    return isExact(left) && isExact(right)
        ? exact(left).compareTo(exact(right))
        : Double.compare(left.doubleValue(), right.doubleValue());
  }

  private static boolean isExact(Number number) {
    return Double.isFinite(number.doubleValue());
  }

  private static BigDecimal exact(Number number) {
    return number instanceof Double fraction
        ? new BigDecimal(fraction)
        : new BigDecimal(number.toString());
  }
}

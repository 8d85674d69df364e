package dev.pilothouse.chain;

import dev.cel.common.exceptions.CelInvalidArgumentException;
import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What one call of a function was given, each value as the kind it must be. The checker has seen
/// what it could; what comes from an event it has not seen.
final class Given {
  private final OurFunction function;
  private final List<Object> values;

  Given(OurFunction function, List<Object> values) {
    this.function = function;
    this.values = values;
  }

  boolean has(int at) {
    return values.size() > at;
  }

  Object any(int at) {
    return values.get(at);
  }

  boolean isNull(int at) {
    return any(at) instanceof NullValue;
  }

  String text(int at) {
    return as(at, String.class, Form.ANY.expected());
  }

  String text(int at, String otherwise) {
    return has(at) ? text(at) : otherwise;
  }

  long whole(int at) {
    return as(at, Long.class, "a whole number");
  }

  /// Within bounds, so that no one value can make the result too large.
  int whole(int at, int least, int most) {
    long whole = whole(at);
    if (whole < least || whole > most) {
      throw refuse(at, "a whole number between " + least + " and " + most);
    }
    return (int) whole;
  }

  int whole(int at, int least, int most, int otherwise) {
    return has(at) ? whole(at, least, most) : otherwise;
  }

  /// As it was written, without the errors of binary fractions.
  BigDecimal number(int at) {
    return Decimals.of(any(at)).orElseThrow(() -> refuse(at, "a number"));
  }

  @SuppressWarnings("unchecked") // every value of CEL is an object
  List<Object> list(int at) {
    return (List<Object>) as(at, List.class, "a list");
  }

  Map<?, ?> object(int at) {
    return as(at, Map.class, "an object");
  }

  List<String> texts(int at) {
    if (!list(at).stream().allMatch(String.class::isInstance)) {
      throw refuse(at, "a list of texts");
    }
    return list(at).stream().map(String.class::cast).toList();
  }

  ZoneId zone(int at) {
    return has(at) ? Zones.of(text(at)).orElseThrow(() -> refuse(at)) : Zones.UTC;
  }

  /// A date without a time is its first moment in the zone.
  Instant time(int at, ZoneId zone) {
    return Days.moment(any(at), zone).orElseThrow(() -> refuse(at));
  }

  private <T> T as(int at, Class<T> kind, String expected) {
    if (!kind.isInstance(any(at))) {
      throw refuse(at, expected);
    }
    return kind.cast(any(at));
  }

  /// Of a text that does not have the form it must have.
  CelRuntimeException refuse(int at) {
    return refuse(at, function.parameters().get(at).kind().form().expected());
  }

  CelRuntimeException refuse(int at, String expected) {
    return failed(
        " expected "
            + expected
            + " as '"
            + function.parameters().get(at).name()
            + "', but found "
            + Kind.shown(any(at)));
  }

  CelRuntimeException refuse(String reason) {
    return failed(": " + reason);
  }

  private CelRuntimeException failed(String reason) {
    boolean isSentence = reason.endsWith(".") || reason.endsWith("?");
    return new CelInvalidArgumentException(function.name() + reason + (isSentence ? "" : "."));
  }
}

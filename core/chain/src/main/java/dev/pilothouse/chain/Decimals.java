package dev.pilothouse.chain;

import com.google.common.primitives.UnsignedLong;
import java.math.BigDecimal;
import java.util.Optional;

/// Numbers as people write them: the double nearest to 0.1 is 0.1 here, and not
/// 0.1000000000000000055.
final class Decimals {
  private Decimals() {}

  /// With at least one decimal place, which tells it from a whole number; beyond ten million
  /// `BigDecimal.valueOf` leaves it out.
  private static BigDecimal of(double number) {
    BigDecimal exact = BigDecimal.valueOf(number);
    return exact.scale() > 0 ? exact : exact.setScale(1);
  }

  static Optional<BigDecimal> of(Object value) {
    return switch (value) {
      case Long whole -> Optional.of(BigDecimal.valueOf(whole));
      case Double number when Double.isFinite(number) -> Optional.of(of(number.doubleValue()));
      case UnsignedLong unsigned -> Optional.of(new BigDecimal(unsigned.bigIntegerValue()));
      default -> Optional.empty();
    };
  }
}

package dev.pilothouse.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// How long things took, as a person reads it: the middle and the slow end.
///
/// @param millis in rising order
record Percentiles(List<Double> millis) {
  Percentiles {
    millis = millis.stream().sorted().toList();
  }

  static Percentiles of(Collection<Duration> times) {
    return new Percentiles(times.stream().map(time -> time.toNanos() / 1e6).toList());
  }

  int count() {
    return millis.size();
  }

  double p50() {
    return at(0.50);
  }

  double p95() {
    return at(0.95);
  }

  double max() {
    return at(1);
  }

  private double at(double share) {
    int index = (int) Math.ceil(share * millis.size()) - 1;
    return millis.isEmpty() ? Double.NaN : millis.get(Math.max(0, index));
  }

  /// Such as `12.3 / 45.6 ms`.
  @Override
  public String toString() {
    return "%.1f / %.1f ms".formatted(p50(), p95());
  }
}

package dev.pilothouse.spi;

import java.time.Duration;

/// What was delivered from outside, by its sender's own id: the same delivery again is known for
/// the same.
public interface Deliveries {
  /// Forgets the oldest of those accepted longer ago than this; the events themselves stay. In
  /// steps, since a long transaction would hold up what comes in.
  ///
  /// @param most no more than so many at once
  /// @return how many were forgotten: fewer than `most` when none is left that is old enough
  int forget(Duration age, int most);

  /// The same for those that were refused, which are kept for those who ask where they went.
  int forgetRefused(Duration age, int most);
}

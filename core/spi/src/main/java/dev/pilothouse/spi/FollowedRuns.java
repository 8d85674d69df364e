package dev.pilothouse.spi;

import dev.pilothouse.model.RunRef;
import java.time.Duration;

/// Lets readers wait for runs to change, however many they are, without each of them asking for its
/// run again and again.
public interface FollowedRuns {
  /// From here on, until it is closed. Whoever wants to miss nothing follows first and looks then.
  Following follow(RunRef run);

  /// One reader's ear at one run.
  interface Following extends AutoCloseable {
    /// Returns when the run may stand otherwise than when this was asked last, or when the time is
    /// over. Changes that come close together are told once.
    ///
    /// @return whether it may
    boolean awaitChange(Duration most) throws InterruptedException;

    @Override
    void close();
  }
}

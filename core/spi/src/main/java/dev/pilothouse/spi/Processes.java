package dev.pilothouse.spi;

import java.util.UUID;

/// This process among those that share the database: as long as its lease is renewed, what it owns
/// is its own.
public interface Processes {
  UUID me();

  /// Renews this process's lease, and ends those of processes that are proven dead.
  ///
  /// @return true when the lease had passed meanwhile: others may have taken what this process
  ///   owned
  boolean renew();

  /// Whether another process has not renewed its lease for a while, so that it is about to pass:
  /// whoever looks often then takes its runs without delay.
  boolean missesSomebody();
}

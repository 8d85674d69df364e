package dev.pilothouse.app.cli;

import java.util.Map;

/// Rebuilds Temporal, shows and ends the hold; a door of the commands, so that they know nothing of
/// databases. Each takes what the server is started with, as environment variables.
public interface CarrierOrders {

  /// What a rebuild came to.
  record Carried(long dispatched, long started, long walked, long ended) {}

  /// @param since empty where there is no hold
  record ShownHold(boolean held, String since, String reason, long runsInDoubt) {}

  /// Returns when a process of the house has done it.
  Carried reconcile(Map<String, String> settings);

  ShownHold hold(Map<String, String> settings);

  ShownHold release(Map<String, String> settings, String reason);
}

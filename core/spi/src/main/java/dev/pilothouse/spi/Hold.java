package dev.pilothouse.spi;

import java.util.List;
import java.util.Optional;

/// The hold as people see and end it. While it lasts deliveries are accepted and queued, and
/// nothing else happens.
public interface Hold {
  Shown shown();

  /// A person's word that the house shall go on.
  ///
  /// @return false when there was no hold
  boolean release(String actor, String reason);

  /// @param onlyInTemporal what only Temporal knows of; asked for during a hold alone
  /// @param inDoubt runs that have not ended and of which nobody knows whether they did more than
  ///   the rows say
  record Shown(Optional<Carrier.Held> held, OnlyInTemporal onlyInTemporal, long inDoubt) {}

  /// @param runs workflow ids of runs that stand in no row, the first of them
  /// @param total how many there are
  /// @param batches open workflows of many runs each; their ids do not tell of which
  record OnlyInTemporal(List<String> runs, long total, long batches) {
    public static final OnlyInTemporal NOTHING = new OnlyInTemporal(List.of(), 0, 0);

    public OnlyInTemporal {
      runs = List.copyOf(runs);
    }
  }
}

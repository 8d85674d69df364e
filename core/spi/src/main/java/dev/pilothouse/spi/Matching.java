package dev.pilothouse.spi;

import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import java.util.List;

/// Which automations an entry starts. Asked within the transaction that writes the entry.
public interface Matching {
  /// @param epoch the tenant's index number as this transaction sees it; an index of another number
  ///   is read anew first
  List<Match> match(NewEntry entry, long epoch);

  /// @param concurrencyKey runs of one key go one after the other; empty for none
  record Match(AutomationVersion version, String concurrencyKey) {}

  /// Where the index is read from.
  interface Source {
    Index published(TenantId tenant);
  }

  record Index(long epoch, List<AutomationVersion> versions) {}
}

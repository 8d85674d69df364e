package dev.pilothouse.spi;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.TenantId;

/// The append-only log of all that happened: the one spine of the system.
public interface Journal {
  /// Writes the delivery, the journal entry and the runs it causes in one transaction and returns
  /// after its commit. The same (tenant, source, source id) again changes nothing and gets the
  /// answer of the first time.
  ///
  /// @param actor who sent it, for the history of the record it is about
  Accepted accept(TenantId tenant, String actor, CloudEvent event);
}

package dev.pilothouse.spi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Tenant;
import dev.pilothouse.model.TenantId;
import java.util.Optional;

/// The company that a tenant is: what it is called, and whether it has found its way into the
/// house.
public interface Company {
  Standing of(TenantId tenant);

  /// The name is told in the journal where it is another than before.
  ///
  /// @return false where another company of this house has the name
  boolean rename(TenantId tenant, String name, String actor);

  /// Nobody is led through the first steps any more: they were gone, or left out.
  void settle(TenantId tenant);

  /// @param named whether somebody has said what it is called
  /// @param settled nobody is to be led through the first steps: somebody said so, or made an
  ///   automation of their own
  /// @param first the oldest automation that somebody made here and that is not archived
  record Standing(Tenant tenant, boolean named, boolean settled, Optional<AutomationId> first) {}
}

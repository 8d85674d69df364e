package dev.pilothouse.spi;

import dev.pilothouse.model.TenantId;
import java.util.Map;
import java.util.Set;

/// What people call those who do something: `person/…` and `key/…` by their names.
public interface Actors {
  /// Of one that has no name, it is what it is.
  Map<String, String> names(TenantId tenant, Set<String> actors);

  /// The newest people and keys of a company, those that were withdrawn among them; of a very large
  /// company not all.
  Map<String, String> known(TenantId tenant);
}

package dev.pilothouse.spi;

import java.util.List;
import java.util.Optional;

/// Every action there is, by name.
public interface Actions {
  Optional<Action> named(String name);

  List<ActionDescriptor> descriptors();
}

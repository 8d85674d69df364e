package dev.pilothouse.app.cli;

import dev.pilothouse.model.Role;
import java.util.Map;

/// Makes API keys; a door of the commands, so that they know nothing of databases.
public interface KeyOrders {

  /// A key as it is shown once; only its hash is kept.
  record MadeKey(String id, String key, String name, String role, String tenant) {}

  /// @param settings what the server is started with, as environment variables
  MadeKey create(Map<String, String> settings, String name, Role role);
}

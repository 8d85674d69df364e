package dev.pilothouse.app.cli;

import dev.pilothouse.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes the same key each time and remembers with what settings.
final class FakeKeys implements KeyOrders {

  final List<Map<String, String>> settings = new ArrayList<>();

  @Override
  public MadeKey create(Map<String, String> given, String name, Role role) {
    settings.add(given);
    return new MadeKey("1", "ph_secret", name, role.text(), "main");
  }
}

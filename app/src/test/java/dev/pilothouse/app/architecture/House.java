package dev.pilothouse.app.architecture;

import static dev.pilothouse.app.architecture.Room.Use.JDBC;
import static dev.pilothouse.app.architecture.Room.Use.MAIN;
import static dev.pilothouse.app.architecture.Room.Use.SPRING;
import static dev.pilothouse.app.architecture.Room.Use.TEMPORAL;
import static dev.pilothouse.app.architecture.Room.room;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;

/// The module table as data: the one place to change when a module is added or may import more. The
/// root is a parameter so that the same table judges the real code and the fixtures.
record House(String root, List<Room> rooms) {

  private static final String[] ALL_THAT_APP_WIRES = {
    "model",
    "spi",
    "contracts",
    "chain",
    "stores",
    "workflows",
    "activities",
    "actions",
    "triggers",
    "sandbox.client",
    "sandbox.host",
    "workers.platform",
    "workers.temporal",
    "builderapi"
  };

  static House under(String root) {
    return new House(
        root,
        List.of(
            room("model", 1),
            room("spi", 2).importing("model"),
            room("contracts", 2).importing("model").using(TEMPORAL),
            room("chain", 2).importing("model"),
            room("stores", 3).importing("model", "spi").using(SPRING, JDBC),
            room("workflows", 3).importing("model", "contracts").using(TEMPORAL),
            room("activities", 3).importing("model", "contracts", "chain", "spi").using(TEMPORAL),
            room("actions", 3)
                .importing("model", "spi")
                .ofFamiliesSharing("schema", "outside", "books"),
            room("triggers", 3).importing("model", "contracts", "chain", "spi").using(TEMPORAL),
            room("sandbox.client", 3).importing("model", "spi"),
            room("sandbox.host", 3).importing("model", "spi"),
            room("workers.platform", 4).using(JDBC, MAIN),
            room("workers.temporal", 4)
                .importing("model", "contracts", "spi", "workflows", "activities")
                .using(TEMPORAL),
            room("builderapi", 4).importing("model", "contracts", "chain", "spi").using(SPRING),
            room("testkit", 5).importing("model", "spi", "workers.platform").using(TEMPORAL, JDBC),
            room("app", 5).importing(ALL_THAT_APP_WIRES).using(SPRING, TEMPORAL, MAIN),
            room("bench", 6)
                .importing(ALL_THAT_APP_WIRES)
                .importing("testkit", "app")
                .using(SPRING, TEMPORAL, JDBC, MAIN)));
  }

  boolean holds(JavaClass type) {
    return isBelow(root, type);
  }

  /// The module a class stands in; empty for a class that has found its way past the table.
  Optional<Room> roomOf(JavaClass type) {
    return rooms.stream().filter(room -> isBelow(packageOf(room), type)).findFirst();
  }

  Room named(String name) {
    return rooms.stream().filter(room -> room.name().equals(name)).findFirst().orElseThrow();
  }

  String packageOf(Room room) {
    return root + "." + room.name();
  }

  /// The package below its module's own that a class stands in; empty for none.
  String familyOf(Room room, JavaClass type) {
    String below = type.getPackageName().substring(packageOf(room).length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
  }

  private static boolean isBelow(String parent, JavaClass type) {
    return (type.getPackageName() + ".").startsWith(parent + ".");
  }
}

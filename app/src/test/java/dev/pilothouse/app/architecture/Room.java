package dev.pilothouse.app.architecture;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One module as the walls see it: where it stands, whom it may import, and what it may touch.
///
/// @param name the package below the root, such as `workers.platform`
/// @param floor 1 is the ground; a module imports only from lower floors
/// @param shared packages within it that its families may import; empty for a module without
///   families
record Room(String name, int floor, Set<String> mayImport, Set<Use> uses, Set<String> shared) {

  /// Things that only some modules may touch.
  enum Use {
    SPRING,
    TEMPORAL,
    JDBC,
    MAIN
  }

  Room {
    mayImport = Set.copyOf(mayImport);
    uses = Set.copyOf(uses);
    shared = Set.copyOf(shared);
  }

  static Room room(String name, int floor) {
    return new Room(name, floor, Set.of(), Set.of(), Set.of());
  }

  Room importing(String... names) {
    return new Room(name, floor, union(mayImport, List.of(names)), uses, shared);
  }

  Room using(Use... wanted) {
    return new Room(name, floor, mayImport, Set.of(wanted), shared);
  }

  /// Every package below is a family of its own, but for those that all of them share.
  Room ofFamiliesSharing(String... packages) {
    return new Room(name, floor, mayImport, uses, Set.of(packages));
  }

  private static Set<String> union(Set<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
  }

  boolean mayImport(Room other) {
    return equals(other) || mayImport.contains(other.name);
  }
}

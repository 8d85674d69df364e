package dev.pilothouse.chain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The types of events of the catalogue, read when the first definition is written, and those of
/// which events have come.
final class KnownTypes {
  private static final class Names {
    static final List<String> ALL =
        EventCatalogue.standard().all().stream().map(EventType::name).toList();
  }

  private KnownTypes() {}

  /// The known type that this one is but for one letter. Empty for one that is known, a family, and
  /// a type of one's own.
  static Optional<String> nearTo(String type, SeenEvents seen) {
    return type.isEmpty() || type.endsWith("*") || Names.ALL.contains(type)
        ? Optional.empty()
        : near(type, seen.types());
  }

  private static Optional<String> near(String type, Collection<String> seen) {
    return seen.contains(type)
        ? Optional.empty()
        : Stream.concat(Names.ALL.stream(), seen.stream())
            .filter(known -> Math.abs(known.length() - type.length()) <= 1)
            .filter(known -> NearName.distance(type, known) == 1)
            .findFirst();
  }
}

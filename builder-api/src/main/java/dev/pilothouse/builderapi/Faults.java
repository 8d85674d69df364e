package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import java.util.ArrayList;
import java.util.List;

/// Collects all that is wrong with a request, so that its sender hears of it once.
final class Faults {
  private final List<Fault> found;
  private final String place;

  Faults() {
    this(new ArrayList<>(), "");
  }

  private Faults(List<Fault> found, String place) {
    this.found = found;
    this.place = place;
  }

  /// The same collection, seen from a place within the request, such as `[3].`.
  Faults within(String part) {
    return new Faults(found, place + part);
  }

  void add(String path, String message) {
    add(path, message, "");
  }

  void add(String path, String message, String hint) {
    found.add(new Fault(place + path, message, hint));
  }

  boolean isKnown(String path) {
    return found.stream().anyMatch(fault -> fault.path().equals(place + path));
  }

  void throwIfAny(String sentence) {
    if (!found.isEmpty()) {
      throw RefusedException.with(sentence, found);
    }
  }
}

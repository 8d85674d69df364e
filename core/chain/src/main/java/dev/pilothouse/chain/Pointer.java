package dev.pilothouse.chain;

import java.util.List;
import java.util.stream.Collectors;

/// JSON pointers of RFC 6901.
final class Pointer {
  private Pointer() {}

  static String of(List<String> way) {
    return way.stream().map(Pointer::part).collect(Collectors.joining());
  }

  static String of(String... way) {
    return of(List.of(way));
  }

  private static String part(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }
}

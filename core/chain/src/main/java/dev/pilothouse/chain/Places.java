package dev.pilothouse.chain;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// From the paths of a definition to the places in its text.
final class Places {
  private final SourceText source;
  private final Spot root;

  Places(SourceText source, Spot root) {
    this.source = source;
    this.root = root;
  }

  Spot root() {
    return root;
  }

  /// Of what stands there, or else of the nearest that stands around it.
  Place of(String path) {
    Found found = find(path);
    return source.place(found.exactly ? found.spot.shown() : found.spot.head());
  }

  /// Of the key and not of what stands under it.
  Place ofKey(String path) {
    return source.place(find(path).spot.head());
  }

  /// Of a word in a text.
  ///
  /// @param offset in the text, its quotation marks and escapes already taken away
  Place within(String path, int offset) {
    Found found = find(path);
    return found.exactly && found.spot.node().isString()
        ? source.place(Spelling.of(source.text(), found.spot).place(offset))
        : of(path);
  }

  private record Found(Spot spot, boolean exactly) {}

  private Found find(String path) {
    Spot at = root;
    String rest = path.isEmpty() || path.startsWith("[") ? path : "." + path;
    while (!rest.isEmpty()) {
      Optional<Step> step = step(at, rest);
      if (step.isEmpty()) {
        return new Found(at, false);
      }
      at = step.get().to;
      rest = rest.substring(step.get().written.length());
    }
    return new Found(at, true);
  }

  private record Step(String written, Spot to) {}

  /// A key may hold what paths are made of: of several that fit, the longest is meant.
  private static Optional<Step> step(Spot from, String rest) {
    return Stream.concat(fields(from), items(from, rest))
        .filter(step -> rest.startsWith(step.written))
        .filter(step -> isWhole(rest, step.written.length()))
        .max(Comparator.comparingInt(step -> step.written.length()));
  }

  private static Stream<Step> fields(Spot from) {
    return from.fields().entrySet().stream().flatMap(Places::spellings);
  }

  private static Stream<Step> spellings(Map.Entry<String, Spot> field) {
    return Stream.of("." + field.getKey(), "[\"" + field.getKey() + "\"]")
        .map(written -> new Step(written, field.getValue()));
  }

  private static Stream<Step> items(Spot from, String rest) {
    int end = rest.indexOf(']');
    return end > 1 && end < 9 && rest.substring(1, end).chars().allMatch(Character::isDigit)
        ? from.items().stream()
            .skip(Integer.parseInt(rest.substring(1, end)))
            .limit(1)
            .map(item -> new Step(rest.substring(0, end + 1), item))
        : Stream.empty();
  }

  private static boolean isWhole(String rest, int end) {
    return end == rest.length() || rest.charAt(end) == '.' || rest.charAt(end) == '[';
  }
}

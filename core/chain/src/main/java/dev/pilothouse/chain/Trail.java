package dev.pilothouse.chain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The way from the whole of a text to a value in it. Put into words only where someone asks: the
/// words for every value of a deep tree would fill the memory.
final class Trail {
  static final Trail WHOLE = new Trail(Optional.empty(), "", -1);

  private final Optional<Trail> above;
  private final String key;
  private final int index;
  private final int depth;

  private Trail(Optional<Trail> above, String key, int index) {
    this.above = above;
    this.key = key;
    this.index = index;
    this.depth = above.map(it -> it.depth + 1).orElse(0);
  }

  Trail key(String name) {
    return new Trail(Optional.of(this), name, -1);
  }

  Trail item(int number) {
    return new Trail(Optional.of(this), "", number);
  }

  /// How many objects and lists stand around it.
  int depth() {
    return depth;
  }

  String path() {
    Deque<Trail> ways = new ArrayDeque<>();
    for (Trail at = this; at.above.isPresent(); at = at.above.get()) {
      ways.push(at);
    }
    String path = "";
    for (Trail way : ways) {
      path = way.index < 0 ? Fields.under(path, way.key) : path + "[" + way.index + "]";
    }
    return path;
  }
}

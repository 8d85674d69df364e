package dev.pilothouse.chain;

import dev.cel.bundle.Cel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// The expression language with some names more, built when it is needed and kept while it is used.
/// Building one takes long enough that two threads must not wait for each other: both may build it.
final class Dialects {
  private final Function<Set<String>, Cel> build;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Set<String>, Cel> kept;

  /// @param most that are kept
  Dialects(int most, Function<Set<String>, Cel> build) {
    this.build = build;
    kept = new LeastUsedLeaves<>(most);
  }

  Cel knowing(Set<String> names) {
    return find(names).orElseGet(() -> keep(names, build.apply(names)));
  }

  private Optional<Cel> find(Set<String> names) {
    lock.lock();
    try {
      return Optional.ofNullable(kept.get(names));
    } finally {
      lock.unlock();
    }
  }

  private Cel keep(Set<String> names, Cel built) {
    lock.lock();
    try {
      kept.put(names, built);
      return built;
    } finally {
      lock.unlock();
    }
  }
}

package dev.pilothouse.chain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// Expressions that were compiled a while ago. The automations of a company say much in the same
/// words, and an editor asks about the same ones at each letter. Thread-safe.
final class CompiledLately {
  private static final int KEPT = 5_000;

  /// In characters. What is said alike is short, and a long one may take a megabyte.
  private static final int LONGEST = 300;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Asked, Expression> kept = new LeastUsedLeaves<>(KEPT);

  private record Asked(String text, Set<String> locals) {}

  Optional<Expression> find(String text, Set<String> locals) {
    lock.lock();
    try {
      return Optional.ofNullable(kept.get(new Asked(text, locals)));
    } finally {
      lock.unlock();
    }
  }

  void keep(Expression expression, Set<String> locals) {
    if (expression.text().length() > LONGEST) {
      return;
    }
    lock.lock();
    try {
      kept.put(new Asked(expression.text(), Set.copyOf(locals)), expression);
    } finally {
      lock.unlock();
    }
  }
}

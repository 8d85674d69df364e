package dev.pilothouse.chain;

import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.VersionId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/// Published versions in the form they are matched and walked in. Reading one takes milliseconds,
/// an event comes every few microseconds: so each is read once and kept, until others that are used
/// more need its room.
public final class Chains {
  private static final int USUAL_CAPACITY = 20_000;

  private final DefinitionReader reader = new DefinitionReader(ActionCatalogue.asPublished());
  private final ReentrantLock lock = new ReentrantLock();
  private final Semaphore turns =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
  private final Map<VersionId, Definition> kept;

  public Chains() {
    this(USUAL_CAPACITY);
  }

  Chains(int capacity) {
    kept = new LeastUsedLeaves<>(capacity);
  }

  /// Thread-safe. Two threads may read the same new version at once; both then hold the same one.
  ///
  /// @throws DefinitionProblems for what this software cannot read: a newer one published it
  public Definition of(AutomationVersion version) {
    return find(version.version())
        .orElseGet(() -> keep(version.version(), reader.read(version.definition())));
  }

  /// For whoever can wait. After a start nothing is kept yet, every walk wants its definition read,
  /// and reading rests for nothing: in turn, half of the processors are left to who accepts events.
  ///
  /// @throws DefinitionProblems as above
  public Definition inTurn(AutomationVersion version) {
    return find(version.version()).orElseGet(() -> read(version));
  }

  private Definition read(AutomationVersion version) {
    turns.acquireUninterruptibly();
    try {
      return of(version);
    } finally {
      turns.release();
    }
  }

  private Optional<Definition> find(VersionId id) {
    lock.lock();
    try {
      return Optional.ofNullable(kept.get(id));
    } finally {
      lock.unlock();
    }
  }

  private Definition keep(VersionId id, Definition definition) {
    lock.lock();
    try {
      return kept.computeIfAbsent(id, _ -> definition);
    } finally {
      lock.unlock();
    }
  }
}

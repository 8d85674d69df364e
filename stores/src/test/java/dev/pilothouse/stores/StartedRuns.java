package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.RunStarter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Walks nothing, and remembers what it was given.
final class StartedRuns implements RunStarter {
  private final List<Ledger.Claimed> born = new CopyOnWriteArrayList<>();
  private final List<RunRef> freed = new CopyOnWriteArrayList<>();

  @Override
  public void born(Collection<Ledger.Claimed> runs) {
    born.addAll(runs);
  }

  @Override
  public void freed(Collection<RunRef> runs) {
    freed.addAll(runs);
  }

  List<Ledger.Claimed> born() {
    return List.copyOf(born);
  }

  List<RunId> bornIds() {
    return born.stream().map(claimed -> claimed.claim().ref().run()).toList();
  }

  List<RunId> freedIds() {
    return freed.stream().map(RunRef::run).toList();
  }
}

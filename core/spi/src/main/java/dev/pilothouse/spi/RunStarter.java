package dev.pilothouse.spi;

import dev.pilothouse.model.RunRef;
import java.util.Collection;

/// Gets the runs that a commit has just left to be walked. A hint, and never waited for: what is
/// lost here the sweep finds in the rows.
public interface RunStarter {
  /// Runs born in this commit, claimed for this process: their walk needs to read nothing.
  void born(Collection<Ledger.Claimed> runs);

  /// Runs that nobody owns and that can go on.
  void freed(Collection<RunRef> runs);
}

package dev.pilothouse.spi;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All runs that Temporal must carry, slice by slice, to rebuild it from them.
public interface CarriedRuns {
  /// Makes this process the one that rebuilds.
  ///
  /// @return false while another living process does
  boolean begin();

  /// Runs that have not ended, in the order of their ids, after the given one.
  List<Carried> after(Optional<RunId> last, int limit);

  /// @param owner who walks it, as the rows know
  record Carried(RunRef ref, RunState state, Owner owner) {}

  enum Owner {
    NOBODY,
    THIS_PROCESS,
    ANOTHER_PROCESS
  }

  /// Runs that this process owns and that are to be walked.
  List<RunRef> mine();

  /// Which of these are no runs of ours.
  Set<RunId> strangers(Collection<RunId> runs);

  /// The rebuild that this process began is through.
  void done(Rebuilt rebuilt);

  /// The numbers of the last rebuild since the given one; empty while there is none, or another one
  /// is asked for.
  Optional<Rebuilt> since(long rebuilds);

  /// What a rebuild came to.
  ///
  /// @param dispatched queued, or left under way by nobody: handed to the dispatcher
  /// @param started waiting or in a person's hands: each has its own workflow again
  /// @param walked by a living process, which needs no workflow for it
  /// @param strangers open workflows of runs that are none of ours, ended
  record Rebuilt(long dispatched, long started, long walked, long strangers) {}
}

package dev.pilothouse.spi;

import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// What each run reserved, did, got and waits for. It decides, whatever Temporal repeats: only the
/// holder of the newest claim may reserve and move a run on.
public interface Ledger {
  /// The right to walk a run. A claim with a newer fence ends every older one.
  record Claim(RunRef ref, long fence) {}

  /// All that a walk needs to know of its run.
  ///
  /// @param ordered a person's order waits to be carried out
  /// @param inDoubt the database went back in time under this run: what it says was not done may
  ///   have been
  record Claimed(
      Claim claim,
      NewEntry event,
      AutomationVersion version,
      List<StepRecord> steps,
      boolean ordered,
      boolean inDoubt) {
    public Claimed {
      steps = List.copyOf(steps);
    }
  }

  /// Takes those of the runs that have not ended and that no living process walks; each with the
  /// next fence. A run whose turn has not come yet (concurrency key) is not taken.
  List<Claimed> claim(Collection<RunRef> runs);

  /// Writes all of it in one commit, shared with other walks, and tells where the claim stands.
  /// Settlements are always kept, also late ones; reservations, waits and turns only under the
  /// newest claim of a run that nobody has given an order to.
  CompletableFuture<Standing> write(Writing writing);

  /// Reserves, changes our own records and settles in one transaction. The step's earlier outcome
  /// comes back, and nothing is changed, where there is one already.
  Changed change(Claim claim, Step step, Json input, Function<Books, StepOutcome> work);

  /// Finds runs that should move and that nobody moves: queued or orphaned ones, those this process
  /// owns and does not have in hand, due ones that nobody woke, ordered ones that nobody looked at.
  /// Marks them as attended to, so that two processes do not get the same ones.
  ///
  /// @param quiet how long nobody must have touched them
  /// @param inHand what this process walks or is about to
  Unattended takeUnattended(Duration quiet, Collection<RunId> inHand, int limit);

  /// @param stopped to be walked
  /// @param asleep held by a workflow of their own that should have woken them
  record Unattended(List<RunRef> stopped, List<RunRef> asleep) {
    public Unattended {
      stopped = List.copyOf(stopped);
      asleep = List.copyOf(asleep);
    }

    public int size() {
      return stopped.size() + asleep.size();
    }
  }

  /// What is recorded of the run now.
  List<StepRecord> steps(RunRef run);

  /// Where runs that could not be claimed stand, for the workflow that holds them.
  List<Stand> stands(Collection<RunRef> runs);

  /// @param due when it goes on by itself; empty where it waits for somebody
  record Stand(RunRef run, RunState state, Optional<Instant> due) {}

  /// Orders given and not yet carried out, oldest first.
  List<GivenOrder> orders(RunRef run);

  /// @param label how it is shown
  /// @param startedAt when this attempt began
  record Step(StepKey key, StepLabel label, int attempt, Instant startedAt) {}

  sealed interface Line {
    Step step();

    /// @param timeout until the sender certainly sends no more
    record Reserve(Step step, EffectClass effectClass, Json input, Duration timeout)
        implements Line {}

    record Settle(Step step, Json input, StepOutcome outcome) implements Line {}

    /// @param maybe an attempt that failed may have acted all the same
    record Await(Step step, Json input, Instant due, String reason, boolean maybe)
        implements Line {}
  }

  /// What becomes of the run after these lines.
  sealed interface Turn {
    /// It is walked on.
    record Stay() implements Turn {}

    /// It leaves the walk that held it, and nobody owns it any more.
    record Leave(RunState state, Optional<Instant> due) implements Turn {}

    record End(RunState state, String reason) implements Turn {}
  }

  /// @param carriedOut ids of orders that are carried out by this
  record Writing(Claim claim, List<Line> lines, Turn turn, List<Long> carriedOut) {
    public Writing {
      lines = List.copyOf(lines);
      carriedOut = List.copyOf(carriedOut);
    }

    public Writing(Claim claim, List<Line> lines, Turn turn) {
      this(claim, lines, turn, List.of());
    }
  }

  enum Standing {
    /// All of it is written.
    MINE,
    /// The run has an order to follow: only settlements and an end are written.
    ORDERED,
    /// Another claim is newer, or the run has ended: only settlements are written.
    LOST
  }

  sealed interface Changed {
    record Settled(StepOutcome outcome) implements Changed {}

    /// Nothing was changed.
    record Refused(Standing standing) implements Changed {}
  }
}

package dev.pilothouse.spi;

import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  /// @param letters that came for steps that wait
  /// @param ordered a person's order waits to be carried out
  /// @param inDoubt the database went back in time under this run: what it says was not done may
  ///   have been
  record Claimed(
      Claim claim,
      NewEntry event,
      AutomationVersion version,
      List<StepRecord> steps,
      List<Letter> letters,
      boolean ordered,
      boolean inDoubt) {
    public Claimed {
      steps = List.copyOf(steps);
      letters = List.copyOf(letters);
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

  /// Lets the step wait for an event: for one that came since the run began, or else for the next
  /// one. What comes is a letter to the step. Beginning it again changes nothing.
  Changed listen(Claim claim, Step step, Subscription subscription, Instant until);

  /// @param where what the event must hold at which path, as text
  record Subscription(String type, Map<String, String> where) {
    public Subscription {
      where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    }
  }

  /// Starts a run of another automation, in the transaction that records it. Its end is a letter to
  /// the step, where that is waited for. Beginning it again changes nothing.
  ///
  /// @param automation its name or id
  /// @param until how long its end is waited for; empty where nobody waits for it
  Changed call(Claim claim, Step step, String automation, Json input, Optional<Instant> until);

  /// What somebody outside of the run has to say to a step that waits for it.
  record Letter(StepKey step, Json body) {}

  /// All letters of the run that may still be waited for.
  List<Letter> letters(Claim claim);

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

  /// @param automation its name
  /// @param due when it goes on by itself; empty where it waits for somebody
  /// @param behind an earlier run of its concurrency key has not ended: it is nobody's turn to take
  ///   it
  record Stand(
      RunRef run, String automation, RunState state, Optional<Instant> due, boolean behind) {}

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

    /// How far a loop is.
    record Advance(Step step, LoopProgress progress) implements Line {}

    /// @param met what the attempt failed with that is made again; empty where something else is
    ///   waited for
    /// @param maybe an attempt that failed may have acted all the same
    record Await(
        Step step, Json input, Instant due, String reason, Optional<StepError> met, boolean maybe)
        implements Line {
      /// For what is no attempt.
      public Await(Step step, Json input, Instant due, String reason) {
        this(step, input, due, reason, Optional.empty(), false);
      }
    }
  }

  /// What becomes of the run after these lines.
  sealed interface Turn {
    /// It is walked on.
    record Stay() implements Turn {}

    /// It leaves the walk that held it, and nobody owns it any more.
    ///
    /// @param waits steps that wait for a time, an event, the end of a called run or a person: the
    ///   journal is told of those that it was not told of before. None of a call that is tried
    ///   again
    record Leave(RunState state, Optional<Instant> due, List<StepKey> waits) implements Turn {
      public Leave {
        waits = List.copyOf(waits);
      }

      public Leave(RunState state, Optional<Instant> due) {
        this(state, due, List.of());
      }
    }

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

    /// It is begun, and waits for a letter.
    record Waits(Instant until) implements Changed {}

    /// Nothing was changed.
    record Refused(Standing standing) implements Changed {}
  }
}

package dev.pilothouse.spi;

import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.TenantId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The runs of one tenant, for reading.
public interface Runs {
  Optional<Run> find(TenantId tenant, RunId id);

  /// The run as it stands now, and what of its steps was written since the mark.
  ///
  /// @param since the mark of an earlier look; empty for who has seen nothing yet
  Optional<Seen> look(TenantId tenant, RunId id, Optional<Long> since);

  /// Newest first.
  ///
  /// @param before where the page before told to go on
  Found page(TenantId tenant, Filter filter, Optional<RunId> before, int limit);

  /// Steps outside of loops, in the order they were begun. Empty where there is no such run.
  ///
  /// @param after the last step of the page before
  Optional<StepPage> steps(TenantId tenant, RunId run, Optional<StepKey> after, int limit);

  /// Steps of a loop, turn by turn; of a loop within that one only itself. Empty where there is no
  /// such run.
  ///
  /// @param after the last turn of the page before; -1 for the first page
  /// @param limit of turns
  Optional<StepPage> turns(TenantId tenant, RunId run, StepKey loop, int after, int limit);

  /// What became of the attempts of a step before its newest one, in their order. Empty where there
  /// is no such run.
  Optional<List<PastAttempt>> pastAttempts(TenantId tenant, RunId run, StepKey step);

  /// How many runs stand where, whatever states and text the filter asks for.
  Map<RunState, Count> counts(TenantId tenant, Filter filter);

  /// A large value as a whole. Where a step's input or output is too large for its record, it
  /// stands there as `{"$stored": {"ref": <hash>, "bytes": …, "preview": …}}`.
  Optional<Json> value(TenantId tenant, String hash);

  /// Which runs are asked for; what is empty asks for all.
  ///
  /// @param automation its id or its name
  /// @param subject of the event: exactly
  /// @param from queued at or after
  /// @param until queued before
  /// @param text to be found in the event, or in what a step got, gave or failed with, in any case
  record Filter(
      Set<RunState> states,
      String automation,
      String subject,
      Optional<Instant> from,
      Optional<Instant> until,
      Kin kin,
      String text) {
    public static final Filter ALL =
        new Filter(
            EnumSet.noneOf(RunState.class),
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            Kin.ANY,
            "");

    public Filter {
      states = Set.copyOf(states);
    }
  }

  /// What else a run is to have to do with.
  ///
  /// @param event that it is for
  /// @param parent the run that called it
  /// @param cause the run that wrote the entry it is for
  /// @param rerunOf the run that it does again
  record Kin(
      Optional<EventId> event,
      Optional<RunId> parent,
      Optional<RunId> cause,
      Optional<RunId> rerunOf) {
    public static final Kin ANY =
        new Kin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// One look at a run that is followed.
  ///
  /// @param news steps written since the mark, whole; one that was written close to it may come
  ///   twice
  /// @param mark to go on from: nothing that was written after this look lies before it
  record Seen(Run run, News news, long mark) {}

  /// What is new of the steps of a run.
  sealed interface News {
    /// Those that the run shows take the place of all that was seen before: there was nothing
    /// before, or too much is new.
    record Everything() implements News {}

    record Steps(List<StepRecord> steps) implements News {
      public Steps {
        steps = List.copyOf(steps);
      }
    }
  }

  /// @param goOn where the next page begins; empty on the last one. A search for text looks through
  ///   so many runs at a time: then a page may have fewer runs than it could, and go on all the
  ///   same
  record Found(List<RunSummary> runs, Optional<RunId> goOn) {
    public Found {
      runs = List.copyOf(runs);
    }
  }

  /// @param goOn what the next page comes after; empty on the last one
  record StepPage(List<StepRecord> steps, Optional<String> goOn) {
    public StepPage {
      steps = List.copyOf(steps);
    }
  }

  /// @param sentAt when it was reserved, right before it was sent
  /// @param endedAt empty where nobody was left to tell how it ended
  /// @param error what it met
  /// @param reason for people: why it was made again
  record PastAttempt(
      int attempt,
      Instant sentAt,
      Optional<Instant> endedAt,
      Optional<StepError> error,
      Optional<String> reason) {}

  /// @param more counting ended here: there are more
  record Count(int runs, boolean more) {}
}

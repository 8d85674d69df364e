package dev.pilothouse.spi;

import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.StepKey;
import java.util.Optional;
import java.util.Set;

/// Does again what a run did that has ended: a new run for the same event, since somebody asked for
/// it. It is not held against what is deduplicated or throttled, but takes its turn like any other.
public interface Reruns {
  /// The new run, what it keeps and the entry that tells who asked are there together or not at
  /// all.
  Answer again(RunRef run, Request request);

  /// @param what of the earlier run is done again
  /// @param actor who asks
  /// @param reason in a person's words; may be empty
  /// @param key by which whoever asks knows the request: asked twice it is done once
  record Request(What what, String actor, String reason, Optional<String> key) {}

  sealed interface What {
    /// All of it, with the version that is in force now.
    record AllInForce() implements What {}

    /// All of it, with the version that the earlier run walked.
    record AllAsBefore() implements What {}

    /// A part of it, with the version that the earlier run walked.
    ///
    /// @param step that is done again first
    /// @param kept the outcomes of these steps are kept, of those that have one
    record From(StepKey step, Set<StepKey> kept) implements What {
      public From {
        kept = Set.copyOf(kept);
      }
    }
  }

  sealed interface Answer {
    /// @param version that it walks
    /// @param earlier that the earlier run walked
    /// @param inForce by now
    /// @param kept so many outcomes
    /// @param repeated it was asked for before, by the same key: nothing was done now
    record Born(
        RunId run,
        NumberedVersion version,
        NumberedVersion earlier,
        NumberedVersion inForce,
        int kept,
        boolean repeated)
        implements Answer {}

    /// The key was sent with another request before, by which this run was born.
    record OtherRequest(RunId run) implements Answer {}

    /// @param sentence what was expected, what was found, and what to do
    record Refused(String sentence) implements Answer {}

    /// There is none, or it belongs to somebody else.
    record NoSuch() implements Answer {}
  }
}

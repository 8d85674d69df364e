package dev.pilothouse.spi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which automations an entry starts. Asked within the transaction that writes the entry.
public interface Matching {
  /// An entry for one automation alone starts the version of it that is in force, whatever its
  /// triggers say, and nothing else.
  ///
  /// @param epoch the tenant's index number as this transaction sees it; an index of another number
  ///   is read anew first
  List<Match> match(NewEntry entry, long epoch);

  /// What stands between the entry and a run of this very version, whether or not it is in force
  /// and whatever its triggers say: for who was asked by a person. Empty for a version that cannot
  /// be read here.
  default Optional<Terms> terms(AutomationVersion version, NewEntry entry) {
    return Optional.of(Terms.FREE);
  }

  /// A version whose triggers accept the entry. Whether a run is born of it depends on the rows of
  /// earlier runs and events, and is decided by whoever asked.
  ///
  /// @param paused by a person: nothing is born, and that is to be told
  record Match(AutomationVersion version, boolean paused, Terms terms) {}

  /// What stands between the entry and its run, with all keys worked out for this entry. An empty
  /// key is none.
  record Terms(Optional<Dedupe> dedupe, Optional<Throttle> throttle, Optional<Turn> turn) {
    public static final Terms FREE =
        new Terms(Optional.empty(), Optional.empty(), Optional.empty());

    /// Behind earlier runs of the same key; free where there is no key.
    public static Terms inTurn(String key) {
      return new Terms(Optional.empty(), Optional.empty(), Turn.of(key, Mode.QUEUE));
    }
  }

  /// One run for all entries of this key within the window, which begins with the first one.
  record Dedupe(String key, Duration window) {}

  /// At most so many runs of this key in so much time.
  ///
  /// @param key may be empty: then it is about all runs of the automation
  record Throttle(int limit, Duration per, String key) {}

  /// What runs of one key are to each other.
  record Turn(String key, Mode mode) {
    public static Optional<Turn> of(String key, Mode mode) {
      return key.isEmpty() ? Optional.empty() : Optional.of(new Turn(key, mode));
    }
  }

  enum Mode {
    /// A new one waits until those before it have ended.
    QUEUE,
    /// A new one is not born while another has not ended.
    SKIP,
    /// A new one cancels those before it.
    REPLACE
  }

  /// Where the index is read from.
  interface Source {
    Index published(TenantId tenant);

    /// What is different from an earlier number on. Empty where that cannot be told, so that all
    /// must be read anew.
    Optional<Changes> changed(TenantId tenant, long since);
  }

  record Index(long epoch, List<Indexed> automations) {
    public Index {
      automations = List.copyOf(automations);
    }
  }

  /// @param now changed or come
  /// @param gone no longer in force
  record Changes(long epoch, List<Indexed> now, Set<AutomationId> gone) {
    public Changes {
      now = List.copyOf(now);
      gone = Set.copyOf(gone);
    }
  }

  /// @param paused by a person: it starts nothing, but what would have started it is to be told
  record Indexed(AutomationVersion version, boolean paused) {}
}

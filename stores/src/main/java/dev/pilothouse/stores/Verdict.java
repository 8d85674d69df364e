package dev.pilothouse.stores;

import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.StoredVerdict.Kind;
import dev.pilothouse.spi.Matching.Match;
import java.util.Optional;

/// What one automation made of one entry, as it is kept.
///
/// @param reason why no run was born; empty where one was
/// @param run that was born, or that stood in the way; empty where a refusal has to do with none
record Verdict(Candidate candidate, Kind kind, String reason, Optional<RunId> run) {

  static Verdict fired(Candidate candidate) {
    return new Verdict(candidate, Kind.FIRED, "", Optional.of(RunId.next()));
  }

  static Verdict refused(Candidate candidate, Kind kind, String reason) {
    return new Verdict(candidate, kind, reason, Optional.empty());
  }

  static Verdict refused(Candidate candidate, Kind kind, String reason, RunId inTheWay) {
    return new Verdict(candidate, kind, reason, Optional.of(inTheWay));
  }

  NewEntry entry() {
    return candidate.entry();
  }

  Match match() {
    return candidate.match();
  }

  boolean hasFired() {
    return kind == Kind.FIRED;
  }

  /// Only the ledger knows whether it must.
  boolean mayHaveToWait() {
    return candidate.terms().turn().isPresent();
  }

  /// Of a verdict that has fired.
  RunRef born() {
    return new RunRef(entry().tenant(), run.orElseThrow());
  }
}

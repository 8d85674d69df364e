package dev.pilothouse.spi;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What each run did and got. It decides, whatever Temporal repeats: every method may be called
/// again with the same arguments and then changes nothing.
public interface Ledger {
  record RunRef(TenantId tenant, RunId run) {}

  /// @param recorded outcomes an earlier walk already has; they are never made again
  record Work(CloudEvent event, List<StepRecord> recorded) {
    public Work {
      recorded = List.copyOf(recorded);
    }
  }

  /// Marks the run as under way and hands out what its walk needs; empty once it has ended.
  Optional<Work> begin(RunRef run);

  /// Keeps the first outcome of a step; a second one of the same step is ignored.
  void record(RunRef run, StepRecord step);

  /// Ends the run; a run that has ended keeps its first end.
  void end(RunRef run, RunState state);

  /// Unfinished runs that nobody has started or nudged for `quiet`, oldest first, marked as nudged
  /// by this call, so that two processes never get the same one.
  List<RunRef> takeUnattended(Duration quiet, int limit);
}

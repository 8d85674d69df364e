package dev.pilothouse.model;

import java.util.List;

/// The answer to a delivery, given only after its rows are committed.
///
/// @param position the event's place in the journal
/// @param runs the runs the event caused
/// @param duplicate this delivery was accepted before; the answer is the one given then
public record Accepted(EventId id, long position, List<RunId> runs, boolean duplicate) {
  public Accepted {
    runs = List.copyOf(runs);
  }
}

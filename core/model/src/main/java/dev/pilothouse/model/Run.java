package dev.pilothouse.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A run with what tells how it stands.
///
/// @param steps in the order they were begun
/// @param moreSteps there are others: turns of loops that are behind, most of all
/// @param orders what people ordered of it, oldest first
/// @param letters for its steps, not yet read
/// @param kin the runs around it
public record Run(
    RunSummary summary,
    List<StepRecord> steps,
    boolean moreSteps,
    List<GivenOrder> orders,
    List<StepLetter> letters,
    Kin kin) {
  private static final int TOLD = 5;

  public Run {
    steps = List.copyOf(steps);
    orders = List.copyOf(orders);
    letters = List.copyOf(letters);
  }

  /// @param called by its steps and waited for, newest first
  /// @param moreCalled there are others
  /// @param reruns that did it again, newest first
  /// @param before the run of its concurrency key that goes first; empty where none does
  public record Kin(
      List<CalledRun> called, boolean moreCalled, List<RunId> reruns, Optional<RunId> before) {
    public static final Kin NONE = new Kin(List.of(), false, List.of(), Optional.empty());

    public Kin {
      called = List.copyOf(called);
      reruns = List.copyOf(reruns);
    }
  }

  /// All that it waits for now; nothing once it has ended.
  public List<Awaited> awaited() {
    return new Awaiting(this).all();
  }

  /// The same in words for people; empty once nothing is awaited.
  public String waitsFor() {
    List<Awaited> all = awaited();
    List<String> told = all.stream().limit(TOLD).map(Awaited::words).collect(Collectors.toList());
    if (all.size() > TOLD) {
      told.add("And " + (all.size() - TOLD) + " more");
    }
    return String.join(". ", told).replace("?. ", "? "); // a question has its own end
  }
}

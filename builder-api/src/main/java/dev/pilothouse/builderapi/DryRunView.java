package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.DryRunRequest.Chain;
import dev.pilothouse.builderapi.PlayedStep.Shown;
import dev.pilothouse.chain.Rehearsed;
import dev.pilothouse.chain.Rehearsed.Bound;
import dev.pilothouse.chain.Rehearsed.Ending;
import dev.pilothouse.model.RunState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an automation would do for an event.
///
/// @param version number of the version that was tried, `draft`, or `sent`
/// @param wouldStart whether the event would start it
/// @param admission what would stand between the event and its run beside the triggers
/// @param steps in the order in which they would be done
/// @param ends null where it was not tried
record DryRunView(
    String automation,
    String version,
    boolean wouldStart,
    String why,
    List<WouldStart.Heeded> triggers,
    List<String> admission,
    List<PlayedStep> steps,
    @Nullable Ends ends) {

  /// @param state in which the run would end; null where the try was broken off before
  /// @param words for people
  record Ends(@Nullable String state, @Nullable String reason, String words) {
    static Ends of(Ending ending, Duration longest) {
      return switch (ending) {
        case Ending.Ended(RunState state, String reason) ->
            new Ends(
                state.text(),
                reason.isEmpty() ? null : reason,
                "The run ends as '"
                    + state.text()
                    + "'"
                    + (reason.isEmpty() ? "." : ": " + reason));
        case Ending.BrokenOff(Bound reached) ->
            new Ends(
                null,
                null,
                "Broken off after " + bound(reached, longest) + ": a run goes on from here.");
      };
    }

    private static String bound(Bound reached, Duration longest) {
      return switch (reached) {
        case STEPS -> DryRunController.MOST_STEPS + " steps";
        case LETTERS -> DryRunController.MOST_LETTERS + " letters of input and output";
        case TIME -> longest.toSeconds() + " seconds";
      };
    }
  }

  /// Of what would not start.
  static DryRunView of(DryRunRequest asked, WouldStart start) {
    return view(asked, start, List.of(), null);
  }

  static DryRunView of(
      DryRunRequest asked, WouldStart start, Rehearsed<Shown> played, Duration longest) {
    return view(
        asked,
        start,
        played.parts().stream().map(PlayedStep::of).toList(),
        Ends.of(played.ending(), longest));
  }

  private static DryRunView view(
      DryRunRequest asked, WouldStart start, List<PlayedStep> steps, @Nullable Ends ends) {
    Chain chain = asked.chain();
    return new DryRunView(
        chain.definition().name(),
        chain.name(),
        start.would(),
        start.why(),
        start.triggers(),
        AdmissionWords.of(chain.definition(), asked.entry()),
        steps,
        ends);
  }
}

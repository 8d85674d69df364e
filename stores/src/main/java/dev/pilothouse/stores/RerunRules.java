package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.spi.Reruns.What;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which runs can be done again, and from where on.
final class RerunRules {
  private RerunRules() {}

  /// What stands against it, in a sentence.
  static Optional<String> objection(JdbcClient tx, EarlierRun earlier, What what) {
    if (!earlier.state().ended()) {
      return Optional.of(
          "Expected a run that has ended, but this one is '"
              + earlier.state().text()
              + "'. Wait for its end, or cancel it first.");
    }
    if (earlier.automation() != AutomationState.PUBLISHED) {
      return Optional.of(
          "Expected an automation that is published, but this one is '"
              + earlier.automation().text()
              + "' and starts nothing. "
              + (earlier.automation() == AutomationState.PAUSED
                  ? "Resume it first."
                  : "Restore it and resume it first."));
    }
    return switch (what) {
      case What.AllInForce _, What.AllAsBefore _ -> Optional.empty();
      case What.From(StepKey step, Set<StepKey> kept) ->
          notReached(tx, earlier, step).or(() -> unknown(tx, earlier, kept));
    };
  }

  private static Optional<String> notReached(JdbcClient tx, EarlierRun earlier, StepKey step) {
    return StepRows.one(tx, run(earlier), step).isPresent()
        ? Optional.empty()
        : Optional.of(
            "Expected a step that the run has reached, but it ended without '"
                + step
                + "'. Begin with a step that the run shows, or do all of it again.");
  }

  /// Keeping it would be a guess.
  private static Optional<String> unknown(JdbcClient tx, EarlierRun earlier, Set<StepKey> kept) {
    return StepKeys.unknownOf(tx, run(earlier), kept)
        .map(step ->
            "Nobody knows whether '"
                + step
                + "', which comes before, has happened. Say so first, by POST /v1/effects/"
                + run(earlier)
                + ":"
                + step
                + "/resolve.");
  }

  private static RunId run(EarlierRun earlier) {
    return earlier.ref().run();
  }
}

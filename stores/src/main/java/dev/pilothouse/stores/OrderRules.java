package dev.pilothouse.stores;

import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which orders a run can follow as it stands.
final class OrderRules {
  private OrderRules() {}

  /// What stands against the order, in a sentence; empty where it can be followed.
  static Optional<String> objection(JdbcClient tx, RunId run, RunState state, Order order) {
    if (state.ended()) {
      return Optional.of(
          "Expected a run under way, but this one has ended as '"
              + state.text()
              + "'. Nothing was changed.");
    }
    return switch (order) {
      case Order.Cancel _ -> Optional.empty();
      case Order.Pause _ ->
          when(state == RunState.PAUSED, "The run is paused already. Resume it to let it go on.");
      case Order.Resume _ ->
          when(
              state != RunState.PAUSED,
              "Expected a paused run, but this one is '"
                  + state.text()
                  + "'. It needs no resuming.");
      case Order.RetryNow _ ->
          when(
              state != RunState.WAITING,
              "Expected a run that waits for a time to come, but this one is '"
                  + state.text()
                  + "'. There is no wait to end.");
      case Order.Skip(StepKey step) -> objectionToSkipping(tx, run, step);
    };
  }

  private static Optional<String> objectionToSkipping(JdbcClient tx, RunId run, StepKey step) {
    return when(
        StepRows.one(tx, run, step).filter(OrderRules::canBeSkipped).isEmpty(),
        "Expected a step that waits, or whose outcome is unknown, but '"
            + step
            + "' is none. Look at the run's timeline for the step it waits for.");
  }

  private static boolean canBeSkipped(StepRecord step) {
    return step.outcome().isEmpty()
        || step.outcome().filter(StepOutcome.Unknown.class::isInstance).isPresent();
  }

  private static Optional<String> when(boolean objected, String sentence) {
    return objected ? Optional.of(sentence) : Optional.empty();
  }
}

package dev.pilothouse.stores;

import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.StepKey;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Orders as rows keep them: a kind, and the step where it is about one.
final class OrderRows {
  private OrderRows() {}

  static GivenOrder order(ResultSet row, int number) throws SQLException {
    return new GivenOrder(
        row.getLong("id"),
        order(row.getString("kind"), row.getString("step")),
        row.getString("actor"),
        row.getString("reason"),
        Rows.instant(row, "given_at"),
        Rows.optionalInstant(row, "carried_out_at"));
  }

  static String kind(Order order) {
    return switch (order) {
      case Order.Cancel _ -> "cancel";
      case Order.Pause _ -> "pause";
      case Order.Resume _ -> "resume";
      case Order.Skip _ -> "skip";
      case Order.RetryNow _ -> "retry";
    };
  }

  /// Empty for an order about the whole run.
  static String step(Order order) {
    return switch (order) {
      case Order.Skip(var step) -> step.text();
      case Order.Cancel _, Order.Pause _, Order.Resume _, Order.RetryNow _ -> "";
    };
  }

  private static Order order(String kind, String step) {
    return switch (kind) {
      case "cancel" -> new Order.Cancel();
      case "pause" -> new Order.Pause();
      case "resume" -> new Order.Resume();
      case "skip" -> new Order.Skip(new StepKey(step));
      case "retry" -> new Order.RetryNow();
      default -> throw new IllegalStateException("A run was ordered to '" + kind + "'.");
    };
  }
}

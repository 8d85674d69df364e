package dev.pilothouse.stores;

import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Turn;
import dev.pilothouse.spi.Ledger.Writing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Orders as rows keep them: a kind, and the step where it is about one.
final class OrderRows {
  private OrderRows() {}

  /// Oldest first.
  static List<GivenOrder> of(JdbcClient tx, RunId run) {
    return tx.sql("select * from run_order where run_id = ? order by id")
        .param(run.value())
        .query(OrderRows::order)
        .list();
  }

  /// Before the run is written: from here on it stands under no order any more, unless another one
  /// was given. Only the newest claim carries out orders. One that came meanwhile keeps the run
  /// from leaving, and so keeps those before it: all of them are then followed together. An end
  /// follows them all.
  static void carriedOut(JdbcClient tx, List<Writing> writings) {
    List<Done> done = writings.stream().flatMap(OrderRows::done).toList();
    if (!done.isEmpty()) {
      lockRuns(tx, done);
      mark(tx, done);
    }
  }

  private static Stream<Done> done(Writing writing) {
    return writing.carriedOut().stream()
        .map(order -> new Done(order, writing.claim(), writing.turn() instanceof Turn.End));
  }

  /// In a statement of its own: the next one then sees every order given before the lock.
  private static void lockRuns(JdbcClient tx, List<Done> done) {
    tx.sql("select id from run where id = any(:runs::uuid[]) order by id for no key update")
        .param("runs", Columns.texts(done, it -> it.claim().ref().run().toString()))
        .query((_, _) -> true)
        .list();
  }

  private static void mark(JdbcClient tx, List<Done> done) {
    tx.sql(
            """
            with asked as (
              select * from unnest(:orders::bigint[], :fences::bigint[], :ends::boolean[]) as t(id, fence, ends)),
            mine as (
              select a.id from asked a join run_order o on o.id = a.id
                join run r on r.id = o.run_id and r.fence = a.fence and r.finished_at is null
              where a.ends or not exists (
                select from run_order n where n.run_id = o.run_id and n.carried_out_at is null and n.id not in (select id from asked))),
            done as (
              update run_order set carried_out_at = now()
              where id in (select id from mine) and carried_out_at is null returning id, run_id)
            update run r set ordered = exists (
              select from run_order o where o.run_id = r.id and o.carried_out_at is null and o.id not in (select id from done))
            where r.id in (select run_id from done)\
            """)
        .param("orders", Columns.longs(done, Done::order))
        .param("fences", Columns.longs(done, it -> it.claim().fence()))
        .param("ends", Columns.texts(done, it -> "" + it.ends()))
        .update();
  }

  private record Done(long order, Claim claim, boolean ends) {}

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

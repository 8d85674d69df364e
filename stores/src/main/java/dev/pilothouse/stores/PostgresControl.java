package dev.pilothouse.stores;

import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Cause;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.spi.Control;
import dev.pilothouse.spi.RunStarter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/// People's orders and words as rows, each with its journal entry in the same transaction.
public final class PostgresControl implements Control {
  private final Database database;
  private final JournalWriter journal;
  private final RunStarter starter;

  public PostgresControl(Database database, JournalWriter journal, RunStarter starter) {
    this.database = database;
    this.journal = journal;
    this.starter = starter;
  }

  @Override
  public Answer order(RunRef run, Order order, String actor, String reason) {
    return decided(
        run,
        (tx, held) -> {
          Optional<String> objection = OrderRules.objection(tx, run.run(), held.state(), order);
          if (objection.isPresent()) {
            return Done.refused(objection.get());
          }
          give(tx, run, order, actor, reason);
          ObjectNode said = held.said();
          said.put("order", OrderRows.kind(order));
          said.put("step", OrderRows.step(order)).put("reason", reason);
          return new Done(
              new Answer.Given(),
              write(tx, run, held, "run.ordered", actor, said),
              held.state() != RunState.RUNNING);
        });
  }

  @Override
  public Answer resolve(RunRef run, EffectId effect, Word word, String actor, String reason) {
    return decided(
        run,
        (tx, held) -> {
          UnknownEffect unknown = new UnknownEffect(tx, run, effect.step());
          Optional<String> objection = unknown.objection();
          if (objection.isPresent()) {
            return Done.refused(objection.get());
          }
          unknown.settle(word, held.state(), actor + ": " + reason);
          ObjectNode said = held.said().put("effect", effect.toString());
          said.put("happened", word instanceof Word.Happened).put("reason", reason);
          return new Done(
              new Answer.Given(),
              write(tx, run, held, "effect.resolved", actor, said),
              unknown.freed());
        });
  }

  private interface Decision {
    Done make(JdbcClient tx, Held held);
  }

  /// Decides under the lock of the run's row, so that the run cannot move on meanwhile.
  private Answer decided(RunRef run, Decision decision) {
    Optional<Done> done =
        database.asSystem(tx -> held(tx, run).map(held -> decision.make(tx, held)));
    done.ifPresent(it -> {
      it.appended().startWith(starter);
      if (it.free()) {
        starter.freed(List.of(run));
      }
    });
    return done.map(Done::answer).orElse(new Answer.NoSuch());
  }

  private static Optional<Held> held(JdbcClient tx, RunRef run) {
    return tx.sql(
            """
            select state, event_id, depth, automation, automation_id from run where id = ? and tenant_id = ? for no key update\
            """)
        .params(run.run().value(), run.tenant().value())
        .query((row, _) ->
            new Held(
                RunState.parse(row.getString("state")),
                new EventId(Rows.id(row, "event_id")),
                row.getInt("depth"),
                row.getString("automation"),
                Rows.id(row, "automation_id")))
        .optional();
  }

  private static void give(JdbcClient tx, RunRef run, Order order, String actor, String reason) {
    tx.sql(
            """
            insert into run_order (tenant_id, run_id, kind, step, actor, reason)
            values (:tenant, :run, :kind, :step, :actor, :reason)\
            """)
        .param("tenant", run.tenant().value())
        .param("run", run.run().value())
        .param("kind", OrderRows.kind(order))
        .param("step", OrderRows.step(order))
        .param("actor", actor)
        .param("reason", reason)
        .update();
    tx.sql("update run set ordered = true, nudged_at = now() where id = ?")
        .param(run.run().value())
        .update();
    tx.sql("select pg_notify(?, ?)")
        .params(OrderBell.CHANNEL, run.run().toString())
        .query((_, _) -> true)
        .list();
  }

  private Appended write(
      JdbcClient tx, RunRef run, Held held, String type, String actor, ObjectNode said) {
    NewEntry entry =
        NewEntry.fromOurselves(
                run.tenant(), type, "run/" + run.run(), actor, JsonObjects.text(said))
            .causedBy(new Cause(held.event(), run.run(), held.depth()));
    return journal.append(tx, List.of(entry));
  }

  private record Held(
      RunState state, EventId event, int depth, String automation, UUID automationId) {
    /// What every entry about a run says of it.
    ObjectNode said() {
      return JsonObjects.empty()
          .put("automation", automation)
          .put("automation_id", automationId.toString());
    }
  }

  /// @param free nobody walks the run, so that somebody must be told to
  private record Done(Answer answer, Appended appended, boolean free) {
    static Done refused(String sentence) {
      return new Done(new Answer.Refused(sentence), Appended.NOTHING, false);
    }
  }
}

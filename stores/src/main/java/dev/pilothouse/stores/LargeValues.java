package dev.pilothouse.stores;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Ledger.Claimed;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Writing;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Moves large inputs and outputs out of the lines on their way into the rows, and back on their
/// way to a walk.
final class LargeValues {
  private LargeValues() {}

  static List<Writing> kept(JdbcClient tx, List<Writing> writings) {
    return writings.stream().map(writing -> kept(tx, writing)).toList();
  }

  static List<Claimed> loaded(JdbcClient tx, List<Claimed> claimed) {
    return claimed.stream().map(it -> loaded(tx, it)).toList();
  }

  private static Writing kept(JdbcClient tx, Writing writing) {
    TenantId tenant = writing.claim().ref().tenant();
    return new Writing(
        writing.claim(),
        writing.lines().stream().map(line -> kept(tx, tenant, line)).toList(),
        writing.turn(),
        writing.carriedOut());
  }

  private static Line kept(JdbcClient tx, TenantId tenant, Line line) {
    return switch (line) {
      case Line.Reserve(var step, var effectClass, var input, var timeout) ->
          new Line.Reserve(step, effectClass, StoredValues.keep(tx, tenant, input), timeout);
      case Line.Settle(var step, var input, var outcome) ->
          new Line.Settle(step, StoredValues.keep(tx, tenant, input), kept(tx, tenant, outcome));
      case Line.Await(var step, var input, var due, var reason, var met, var maybe) ->
          new Line.Await(step, StoredValues.keep(tx, tenant, input), due, reason, met, maybe);
      case Line.Advance(var step, LoopProgress(int items, int done, int failed, Json results)) ->
          new Line.Advance(
              step, new LoopProgress(items, done, failed, StoredValues.keep(tx, tenant, results)));
    };
  }

  private static StepOutcome kept(JdbcClient tx, TenantId tenant, StepOutcome outcome) {
    return outcome instanceof StepOutcome.Completed(Json output)
        ? new StepOutcome.Completed(StoredValues.keep(tx, tenant, output))
        : outcome;
  }

  private static Claimed loaded(JdbcClient tx, Claimed claimed) {
    TenantId tenant = claimed.claim().ref().tenant();
    return new Claimed(
        claimed.claim(),
        claimed.event(),
        claimed.version(),
        claimed.steps().stream().map(step -> loaded(tx, tenant, step)).toList(),
        claimed.letters(),
        claimed.ordered(),
        claimed.inDoubt());
  }

  static StepRecord loaded(JdbcClient tx, TenantId tenant, StepRecord step) {
    Optional<StepRecord.Settlement> settlement =
        step.settlement()
            .map(it ->
                new StepRecord.Settlement(
                    loaded(tx, tenant, it.outcome()),
                    it.attempts(),
                    it.input(),
                    it.late(),
                    it.at()));
    return new StepRecord(
        step.key(),
        step.label(),
        step.startedAt(),
        step.reservation(),
        settlement,
        step.awaiting(),
        step.progress()
            .map(it ->
                new LoopProgress(
                    it.items(),
                    it.done(),
                    it.failed(),
                    StoredValues.load(tx, tenant, it.results()))),
        step.keptFrom());
  }

  private static StepOutcome loaded(JdbcClient tx, TenantId tenant, StepOutcome outcome) {
    return outcome instanceof StepOutcome.Completed(Json output)
        ? new StepOutcome.Completed(StoredValues.load(tx, tenant, output))
        : outcome;
  }
}

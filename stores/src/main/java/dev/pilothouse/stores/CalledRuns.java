package dev.pilothouse.stores;

import dev.pilothouse.model.Address;
import dev.pilothouse.model.Address.ParentStep;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRequest;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Handover;
import dev.pilothouse.spi.Ledger.Changed;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Starts runs that a step of another run calls: an entry for one automation alone, written in the
/// transaction that records the step.
final class CalledRuns {
  private final FencedChange fenced;
  private final Handover handover;

  CalledRuns(FencedChange fenced, Handover handover) {
    this.fenced = fenced;
    this.handover = handover;
  }

  Changed call(Claim claim, Step step, String automation, Json input, Optional<Instant> until) {
    return fenced.make(
        claim,
        step,
        _ -> {},
        (tx, telling) -> {
          Calling calling = new Calling(claim, step, automation, input, until);
          return find(tx, claim.ref().tenant(), automation)
              .map(version ->
                  handover
                      .objectionToCall(version, input)
                      .map(calling::failed)
                      .orElseGet(() -> calling.begin(tx, telling, version.automation())))
              .orElseGet(() -> calling.failed(Handover.nothingNamed(automation)));
        });
  }

  /// By its id, or by its name.
  private static Optional<AutomationVersion> find(
      JdbcClient tx, TenantId tenant, String automation) {
    return tx.sql(
            """
            select a.id, a.name, v.hash, v.definition from automation a
              join automation_version v on v.automation_id = a.id and v.hash = a.published
            where a.tenant_id = ? and (a.name = ? or a.id::text = ?) order by a.state = 'archived' limit 1\
            """)
        .params(tenant.value(), automation, automation)
        .query((row, _) ->
            new AutomationVersion(
                new AutomationId(Rows.id(row, "id")),
                new VersionId(row.getString("hash")),
                row.getString("name"),
                new Json(row.getString("definition"))))
        .optional();
  }

  /// @param automation as the step names it
  private record Calling(
      Claim claim, Step step, String automation, Json input, Optional<Instant> until) {

    FencedChange.Done begin(JdbcClient tx, FencedChange.Telling telling, AutomationId id) {
      // kept before any key is locked: another step may be about to keep the same value
      var _ = StoredValues.keep(tx, claim.ref().tenant(), input);
      NewEntry entry = entry(telling, id);
      Appended appended = telling.now(List.of(entry));
      return appended.runs().getOrDefault(entry.id(), List.of()).stream()
          .findFirst()
          .map(this::begun)
          .orElseGet(() -> failed(refused(appended, entry)));
    }

    private NewEntry entry(FencedChange.Telling telling, AutomationId id) {
      EventId event = EventId.next();
      return new NewEntry(
              event,
              claim.ref().tenant(),
              RunRequest.of(id, "pilothouse", event.toString(), input),
              Optional.empty(),
              "run/" + claim.ref().run(),
              Optional.of(telling.cause()))
          .addressedTo(
              new Address(id, until.map(_ -> new ParentStep(claim.ref().run(), step.key()))));
    }

    private StepError refused(Appended appended, NewEntry entry) {
      return new StepError(
          "call.refused",
          StepError.Kind.POLICY,
          "The automation '"
              + automation
              + "' took no run: "
              + appended
                  .refusals()
                  .getOrDefault(entry.id(), "no version of it is in force. Publish it."));
    }

    private FencedChange.Done begun(RunId run) {
      return until.map(time -> waits(run, time)).orElseGet(() -> started(run));
    }

    private FencedChange.Done waits(RunId run, Instant time) {
      return new FencedChange.Done(
          new Line.Await(
              step, input, time, "Waits for the run " + run + " of '" + automation + "'"),
          new Changed.Waits(time),
          List.of());
    }

    private FencedChange.Done started(RunId run) {
      return settled(new StepOutcome.Completed(new Json("{\"run\": \"" + run + "\"}")));
    }

    FencedChange.Done failed(StepError error) {
      return settled(new StepOutcome.Failed(error));
    }

    private FencedChange.Done settled(StepOutcome outcome) {
      return new FencedChange.Done(
          new Line.Settle(step, input, outcome), new Changed.Settled(outcome), List.of());
    }
  }
}

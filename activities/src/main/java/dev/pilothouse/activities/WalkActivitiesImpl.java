package dev.pilothouse.activities;

import dev.pilothouse.contracts.RunStart;
import dev.pilothouse.contracts.WalkActivities;
import dev.pilothouse.contracts.WalkAnswer;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Ledger.RunRef;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;

/// Walks a run from what its ledger has recorded to its end.
public final class WalkActivitiesImpl implements WalkActivities {
  private static final Logger LOG = LoggerFactory.getLogger(WalkActivitiesImpl.class);
  private static final String STEP = "acknowledge";

  private final Ledger ledger;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  public WalkActivitiesImpl(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public WalkAnswer walk(RunStart start) {
    RunRef run = new RunRef(new TenantId(start.tenant()), new RunId(start.run()));
    try (var _ = MDC.putCloseable("tenant", start.tenant().toString());
        var _ = MDC.putCloseable("run", start.run().toString())) {
      ledger.begin(run).ifPresent(work -> walkOn(run, work));
    }
    return new WalkAnswer.Ended();
  }

  private void walkOn(RunRef run, Ledger.Work work) {
    if (work.recorded().isEmpty()) {
      ledger.record(run, acknowledged(work.event()));
    }
    ledger.end(run, RunState.FINISHED);
  }

  private StepRecord acknowledged(CloudEvent event) {
    try (var _ = MDC.putCloseable("step", STEP)) {
      Instant started = clock.instant();
      Json output =
          new Json(json.writeValueAsString(new Acknowledgement(event.type(), event.subject())));
      LOG.info("Acknowledged {}", event.type());
      return new StepRecord(
          STEP,
          "Acknowledge the event",
          new StepOutcome.Completed(output),
          1,
          started,
          clock.instant());
    }
  }

  private record Acknowledgement(String type, String subject) {}
}

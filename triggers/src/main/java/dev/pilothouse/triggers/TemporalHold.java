package dev.pilothouse.triggers;

import dev.pilothouse.spi.CarriedRuns;
import dev.pilothouse.spi.Carrier;
import dev.pilothouse.spi.Hold;
import io.temporal.client.WorkflowClient;

/// The hold, with what only Temporal knows of.
public final class TemporalHold implements Hold {
  private static final int MOST_SHOWN = 500;

  private final Carrier carrier;
  private final OpenWorkflows open;

  public TemporalHold(Carrier carrier, CarriedRuns runs, WorkflowClient client) {
    this.carrier = carrier;
    this.open = new OpenWorkflows(client, runs);
  }

  @Override
  public Shown shown() {
    var held = carrier.stand().held();
    return new Shown(
        held, held.isPresent() ? onlyInTemporal() : OnlyInTemporal.NOTHING, carrier.inDoubt());
  }

  private OnlyInTemporal onlyInTemporal() {
    OpenWorkflows.Found found = open.find();
    return new OnlyInTemporal(
        found.strangers().stream().map(run -> run.workflowId()).sorted().limit(MOST_SHOWN).toList(),
        found.strangers().size(),
        found.batches());
  }

  @Override
  public boolean release(String actor, String reason) {
    return carrier.release(actor, reason);
  }
}

package dev.pilothouse.triggers;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Intake;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Ledger.RunRef;

/// Commits an event, then lets its runs start at once. Should the start fail, the sweep does it
/// later.
public final class JournaledIntake implements Intake {
  private final Journal journal;
  private final Dispatcher dispatcher;

  public JournaledIntake(Journal journal, Dispatcher dispatcher) {
    this.journal = journal;
    this.dispatcher = dispatcher;
  }

  @Override
  public Accepted accept(Caller caller, CloudEvent event) {
    TenantId tenant = caller.tenant();
    Accepted accepted = journal.accept(tenant, caller.actor(), event);
    if (!accepted.duplicate()) {
      accepted.runs().forEach(run -> dispatcher.startSoon(new RunRef(tenant, run)));
    }
    return accepted;
  }
}

package dev.pilothouse.bench;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.Role;
import dev.pilothouse.spi.Intake;
import java.util.List;
import java.util.function.Supplier;

/// Ours, called where every event comes in.
record ThroughIntake(String name, Intake intake, Ends ends, Tenants tenants, Supplier<Event> events)
    implements Contender {
  @Override
  public void run(int caller) {
    Tenants.Tenant tenant = tenants.inTurn(caller);
    List<Accepted> accepted =
        intake.accept(
            new Caller.Program(tenant.keyId(), tenant.id(), Role.ADMIN),
            List.of(events.get().cloudEvent()));
    accepted.getFirst().runs().forEach(ends::await);
  }
}

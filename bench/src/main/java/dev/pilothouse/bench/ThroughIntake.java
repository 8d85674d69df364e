package dev.pilothouse.bench;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.Role;
import dev.pilothouse.spi.Intake;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Ours, called where every event comes in.
record ThroughIntake(Intake intake, Ends ends, Tenants tenants, String type) implements Contender {
  @Override
  public String name() {
    return "ours";
  }

  @Override
  public void run(int caller) {
    Tenants.Tenant tenant = tenants.inTurn(caller);
    CloudEvent event =
        new CloudEvent(
            "bench",
            UUID.randomUUID().toString(),
            type,
            "thing/" + caller,
            Instant.now(),
            new EventData.Parsed(new Json("{\"n\": 1}")));
    List<Accepted> accepted =
        intake.accept(new Caller.Program(tenant.keyId(), tenant.id(), Role.ADMIN), List.of(event));
    accepted.getFirst().runs().forEach(ends::await);
  }
}

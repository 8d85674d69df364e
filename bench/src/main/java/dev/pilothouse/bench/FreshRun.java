package dev.pilothouse.bench;

import java.time.Duration;
import java.util.Optional;

/// An event that is sent now, until its run has finished: what "it works again" means to a user.
record FreshRun(Load load, Sender sender, Chains.Chain chain) {
  boolean finishesWithin(Duration patience) {
    Optional<Delivery> delivery = load.fresh(chain, patience);
    return delivery.isPresent() && Await.orNot(patience, () -> finished(delivery.get()));
  }

  private boolean finished(Delivery delivery) {
    return delivery.runs().stream()
        .allMatch(run ->
            sender
                .get("/v1/runs/" + run, delivery.tenant())
                .filter(it -> it.json().path("state").asString().equals("finished"))
                .isPresent());
  }
}

package dev.pilothouse.bench;

import dev.pilothouse.model.RunId;

/// Ours, called as a program does.
record OverHttp(Api api, String url, Ends ends, Tenants tenants, String type) implements Contender {
  @Override
  public String name() {
    return "ours over HTTP";
  }

  @Override
  public void run(int caller) {
    Event event = Event.fresh(type, 1);
    api.expect("an event", api.send(url, tenants.inTurn(caller), event))
        .path("runs")
        .forEach(run -> ends.await(RunId.parse(run.asString()).orElseThrow()));
  }
}

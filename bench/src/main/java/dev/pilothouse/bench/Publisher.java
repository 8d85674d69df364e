package dev.pilothouse.bench;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Makes automations and publishes them, as a person does by the page.
record Publisher(Api api, String url) {
  private static final int SIDE_BY_SIDE = 8;

  /// Every tenant gets each of them.
  void publish(Tenants tenants, List<Chains.Chain> chains) {
    for (Tenants.Tenant tenant : tenants.all()) {
      chains.forEach(chain -> publish(tenant, chain));
    }
  }

  void publish(Tenants.Tenant tenant, Crowd crowd) {
    try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
      List<Future<?>> all =
          crowd.chains().stream()
              .<Future<?>>map(chain -> threads.submit(() -> publish(tenant, chain)))
              .toList();
      for (Future<?> each : all) {
        var _ = each.get();
      }
    } catch (ExecutionException refused) {
      throw new IllegalStateException(refused.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  void publish(Tenants.Tenant tenant, Chains.Chain chain) {
    String id = draft(tenant, chain);
    publish(tenant, chain, id);
  }

  /// @return its id
  String draft(Tenants.Tenant tenant, Chains.Chain chain) {
    return api.expect(
            "make '" + chain.name() + "'",
            api.post(url + "/v1/automations", tenant, chain.definition()))
        .path("id")
        .asString();
  }

  void publish(Tenants.Tenant tenant, Chains.Chain chain, String id) {
    var _ =
        api.expect(
            "publish '" + chain.name() + "'",
            api.post(url + "/v1/automations/" + id + "/publish", tenant, "{}"));
  }
}

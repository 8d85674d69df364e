package dev.pilothouse.bench;

import java.util.List;

/// Makes automations and publishes them, as a person does by the page.
record Publisher(Api api, String url) {
  /// Every tenant gets each of them.
  void publish(Tenants tenants, List<Chains.Chain> chains) {
    for (Tenants.Tenant tenant : tenants.all()) {
      chains.forEach(chain -> publish(tenant, chain));
    }
  }

  private void publish(Tenants.Tenant tenant, Chains.Chain chain) {
    String automations = url + "/v1/automations";
    String id =
        api.expect("make '" + chain.name() + "'", api.post(automations, tenant, chain.definition()))
            .path("id")
            .asString();
    var _ =
        api.expect(
            "publish '" + chain.name() + "'",
            api.post(automations + "/" + id + "/publish", tenant, "{}"));
  }
}

package dev.pilothouse.stores;

import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import tools.jackson.databind.node.ObjectNode;

/// What became of the company itself, as its journal tells it.
final class TenantEntry {
  private TenantEntry() {}

  static NewEntry renamed(TenantId tenant, String before, String name, String actor) {
    return NewEntry.fromOurselves(
            tenant,
            "tenant.renamed",
            "tenant/" + tenant,
            actor,
            JsonObjects.text(called(name).put("id", tenant.toString()).put("by", actor)))
        .changing(
            new NewEntry.Change(JsonObjects.text(called(before)), JsonObjects.text(called(name))));
  }

  private static ObjectNode called(String name) {
    return JsonObjects.empty().put("name", name);
  }
}

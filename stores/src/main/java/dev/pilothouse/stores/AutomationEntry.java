package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.spi.Publications.Change;
import dev.pilothouse.spi.Publications.Order;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What became of an automation, as its tenant's journal tells it: `automation.published` and the
/// like.
final class AutomationEntry {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AutomationEntry() {}

  /// Where an automation stands, in short: definitions are looked up by their version.
  record Stand(AutomationState state, Optional<NumberedVersion> version) {
    private ObjectNode into(ObjectNode node) {
      node.put("state", state.text());
      node.put("version", version.map(it -> it.hash().hash()).orElse(null));
      node.put("number", version.map(NumberedVersion::number).orElse(null));
      return node;
    }

    private Json json() {
      return new Json(into(JSON.createObjectNode()).toString());
    }
  }

  static NewEntry of(Order order, String name, Change change, Stand before, Stand after) {
    ObjectNode data = JSON.createObjectNode();
    data.put("id", order.automation().toString());
    data.put("name", name);
    after.into(data).put("by", order.actor()).put("note", order.note());
    return NewEntry.fromOurselves(
            order.tenant(),
            "automation." + change.text(),
            "automation/" + order.automation(),
            order.actor(),
            new Json(data.toString()))
        .changing(new NewEntry.Change(before.json(), after.json()));
  }
}

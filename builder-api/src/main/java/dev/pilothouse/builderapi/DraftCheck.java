package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.WrittenText;
import dev.pilothouse.spi.Automations;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Looks at a definition as a publish would: at what it says, and at whether its name is free.
final class DraftCheck {
  private final Automations automations;
  private final DefinitionText definitions;
  private final JsonMapper json;

  DraftCheck(Automations automations, DefinitionText definitions, JsonMapper json) {
    this.automations = automations;
    this.definitions = definitions;
    this.json = json;
  }

  Checkup ofNew(TenantId tenant, WrittenText written) {
    Checkup found = definitions.check(tenant, written);
    String name = name(written);
    return named(tenant, name).map(_ -> found.with(taken(name))).orElse(found);
  }

  /// @param id of the automation that the definition is of: it may keep its name
  Checkup of(TenantId tenant, AutomationId id, WrittenText written) {
    Checkup found = definitions.check(tenant, written);
    String name = name(written);
    return named(tenant, name)
        .filter(other -> !other.equals(id))
        .map(_ -> found.with(taken(name)))
        .orElse(found);
  }

  private Optional<AutomationId> named(TenantId tenant, String name) {
    return name.isEmpty() ? Optional.empty() : automations.named(tenant, name);
  }

  /// Empty where it has none, or where nobody can read it: then that is the problem.
  private String name(WrittenText written) {
    try {
      Draft draft = definitions.draft(written);
      return json.readTree(draft.definition().text()).path("name").stringValue("");
    } catch (RefusedException unreadable) {
      return "";
    }
  }

  private static Fault taken(String name) {
    return new Fault(
        "name",
        "expected a name that no other automation has, but '" + name + "' is taken.",
        "Give this one another name.");
  }
}

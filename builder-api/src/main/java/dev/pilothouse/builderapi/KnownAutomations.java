package dev.pilothouse.builderapi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.Draft;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Drafted;
import org.springframework.http.HttpStatus;

/// Automations by the id that stands in the address.
record KnownAutomations(Automations automations) {
  Drafted find(Caller caller, String id) {
    return automations.find(caller.tenant(), id(id)).orElseThrow(() -> unknown(id));
  }

  AutomationId create(Caller caller, String name, Draft draft) {
    return automations
        .create(caller.tenant(), name, draft, caller.actor())
        .orElseThrow(() -> taken(name));
  }

  static AutomationId id(String id) {
    return AutomationId.parse(id).orElseThrow(() -> unknown(id));
  }

  static RefusedException unknown(String id) {
    return RefusedException.because(
        HttpStatus.NOT_FOUND,
        "There is no automation '" + id + "' here. It may belong to someone else, or be mistyped.");
  }

  private static RefusedException taken(String name) {
    return RefusedException.because(
        HttpStatus.CONFLICT,
        "There is an automation named '" + name + "' already. Give this one another name.");
  }
}

package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationState;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;

/// An automation that was just made.
record CreatedAutomation(String id, String name, String state, List<Fault> warnings) {
  static ResponseEntity<CreatedAutomation> answer(
      AutomationId id, String name, List<Fault> warnings) {
    return ResponseEntity.created(URI.create("/v1/automations/" + id))
        .body(new CreatedAutomation(id.toString(), name, AutomationState.DRAFT.text(), warnings));
  }
}

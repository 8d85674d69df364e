package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.WrittenText;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Drafted;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Tells what is wrong with a definition, and keeps nothing.
@RestController
@RequestMapping("/v1/automations")
final class ValidateController {
  private final KnownAutomations known;
  private final DraftCheck check;

  ValidateController(Automations automations, DefinitionText definitions, JsonMapper json) {
    known = new KnownAutomations(automations);
    check = new DraftCheck(automations, definitions, json);
  }

  @PostMapping("/validate")
  Checkup ofNew(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
      throws IOException {
    Right.BUILD.require(caller);
    return check.ofNew(caller.tenant(), DefinitionText.sent(request));
  }

  /// Of the text that is sent; of the draft as it is kept where none is sent.
  @PostMapping("/{id}/validate")
  Checkup ofKnown(
      @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request)
      throws IOException {
    Right.BUILD.require(caller);
    Drafted kept = known.find(caller, id);
    WrittenText sent = DefinitionText.sent(request);
    WrittenText text = sent.text().isBlank() ? kept.draft().source() : sent;
    return check.of(caller.tenant(), kept.automation().id(), text);
  }
}

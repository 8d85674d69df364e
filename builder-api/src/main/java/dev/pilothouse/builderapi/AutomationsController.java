package dev.pilothouse.builderapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pilothouse.chain.DefinitionSchema;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Caller;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Automations.Drafted;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Makes automations and shows them.
@RestController
@RequestMapping("/v1/automations")
final class AutomationsController {
  private final Automations automations;
  private final KnownAutomations known;
  private final DefinitionText definitions;
  private final byte[] schema = DefinitionSchema.json().text().getBytes(UTF_8);

  AutomationsController(Automations automations, DefinitionText definitions) {
    this.automations = automations;
    known = new KnownAutomations(automations);
    this.definitions = definitions;
  }

  @PostMapping
  ResponseEntity<CreatedAutomation> create(
      @AuthenticationPrincipal Caller caller, HttpServletRequest request) throws IOException {
    Right.BUILD.require(caller);
    DefinitionText.Sound sound = definitions.sound(caller.tenant(), DefinitionText.sent(request));
    return CreatedAutomation.answer(
        known.create(caller, sound.name(), sound.draft()), sound.name(), sound.warnings());
  }

  @GetMapping
  PageLimit.Page<AutomationView.Row> page(
      @AuthenticationPrincipal Caller caller,
      AutomationFilter filter,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String before) {
    PageLimit rows = new PageLimit(limit);
    List<Automation> found =
        automations.page(caller.tenant(), filter.read(), cursor(before), rows.withNext());
    return rows.page(found, AutomationView.Row::of, automation -> automation.id().toString());
  }

  @GetMapping("/{id}")
  ResponseEntity<AutomationView.Detail> one(
      @AuthenticationPrincipal Caller caller, @PathVariable String id) {
    Drafted found = known.find(caller, id);
    return ResponseEntity.ok().eTag(DraftTag.of(found)).body(AutomationView.Detail.of(found));
  }

  @GetMapping(path = "/schema", produces = "application/schema+json")
  byte[] schema() {
    return schema;
  }

  private static Optional<AutomationId> cursor(String before) {
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(AutomationId.parse(before).orElseThrow(() -> PageLimit.badCursor(before)));
  }
}

package dev.pilothouse.builderapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pilothouse.chain.DefinitionReader;
import dev.pilothouse.chain.DefinitionSchema;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Automation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Keeps automations: drafts that are checked when they come in, and versions that run.
@RestController
@RequestMapping("/v1/automations")
final class AutomationsController {
  record Created(String id, String name, String state) {}

  record Published(String id, String name, String version) {
    static Published of(AutomationVersion version) {
      return new Published(
          version.automation().toString(), version.name(), version.version().hash());
    }
  }

  /// @param state `draft` before the first publish, then `published`
  /// @param version that new events start
  record Row(
      String id,
      String name,
      String state,
      @Nullable String version,
      Instant createdAt,
      Instant changedAt) {
    static Row of(Automation automation) {
      return new Row(
          automation.id().toString(),
          automation.name(),
          automation.published().isPresent() ? "published" : "draft",
          automation.published().map(VersionId::hash).orElse(null),
          automation.createdAt(),
          automation.changedAt());
    }
  }

  record Detail(@JsonUnwrapped Row row, @JsonRawValue String draft) {
    static Detail of(Automation automation) {
      return new Detail(Row.of(automation), automation.draft().text());
    }
  }

  private final Automations automations;
  private final DefinitionText definitions;
  private final byte[] schema = DefinitionSchema.json().text().getBytes(UTF_8);

  AutomationsController(Automations automations, DefinitionReader reader, JsonMapper json) {
    this.automations = automations;
    definitions = new DefinitionText(reader, json);
  }

  @PostMapping
  ResponseEntity<Created> create(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
      throws IOException {
    Right.BUILD.require(caller);
    DefinitionText.Checked draft = definitions.read(request);
    String name = draft.definition().name();
    AutomationId id =
        automations
            .create(caller.tenant(), name, draft.text(), caller.actor())
            .orElseThrow(() -> taken(name));
    return ResponseEntity.created(URI.create("/v1/automations/" + id))
        .body(new Created(id.toString(), name, "draft"));
  }

  @PostMapping("/{id}/publish")
  Published publish(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    Right.BUILD.require(caller);
    Automation automation = known(caller, id);
    var _ = definitions.check(automation.draft());
    return automations
        .publish(caller.tenant(), automation.id(), caller.actor())
        .map(Published::of)
        .orElseThrow(() -> unknown(id));
  }

  @GetMapping
  PageLimit.Page<Row> all(@AuthenticationPrincipal Caller caller) {
    List<Row> rows = automations.all(caller.tenant()).stream().map(Row::of).toList();
    return new PageLimit.Page<>(rows, null);
  }

  @GetMapping("/{id}")
  Detail one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return Detail.of(known(caller, id));
  }

  @GetMapping(path = "/schema", produces = "application/schema+json")
  byte[] schema() {
    return schema;
  }

  private Automation known(Caller caller, String id) {
    return AutomationId.parse(id)
        .flatMap(automation -> automations.find(caller.tenant(), automation))
        .orElseThrow(() -> unknown(id));
  }

  private static RefusedException taken(String name) {
    return RefusedException.because(
        HttpStatus.CONFLICT,
        "There is an automation named '" + name + "' already. Give this one another name.");
  }

  private static RefusedException unknown(String id) {
    return RefusedException.because(
        HttpStatus.NOT_FOUND,
        "There is no automation '" + id + "' here. It may belong to someone else, or be mistyped.");
  }
}

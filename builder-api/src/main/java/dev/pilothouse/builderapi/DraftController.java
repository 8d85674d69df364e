package dev.pilothouse.builderapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.chain.DefinitionLayout;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.WrittenText;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Drafted;
import dev.pilothouse.spi.Automations.Saved;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Drafts as texts, for editors. One with mistakes is kept, and its mistakes are told: only
/// publishing is strict.
@RestController
@RequestMapping("/v1/automations/{id}/draft")
final class DraftController {
  /// @param problems that keep it from being published
  record SavedDraft(
      @JsonUnwrapped AutomationView.Row row,
      Instant savedAt,
      String savedBy,
      String savedByName,
      List<Fault> problems,
      List<Fault> warnings) {
    static SavedDraft of(Drafted now, Checkup checkup) {
      return new SavedDraft(
          AutomationView.Row.of(now.automation()),
          now.saved().at(),
          now.saved().actor(),
          now.saved().name(),
          checkup.problems(),
          checkup.warnings());
    }
  }

  private final Automations automations;
  private final KnownAutomations known;
  private final DefinitionText definitions;
  private final DraftCheck check;

  DraftController(Automations automations, DefinitionText definitions, JsonMapper json) {
    this.automations = automations;
    this.definitions = definitions;
    known = new KnownAutomations(automations);
    check = new DraftCheck(automations, definitions, json);
  }

  @GetMapping
  ResponseEntity<byte[]> text(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String format) {
    Drafted found = known.find(caller, id);
    WrittenText text = laidOut(found.draft(), format);
    return ResponseEntity.ok()
        .eTag(DraftTag.of(found))
        .contentType(contentType(text.format()))
        .body(text.text().getBytes(UTF_8));
  }

  @PutMapping
  ResponseEntity<SavedDraft> save(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      HttpServletRequest request)
      throws IOException {
    Right.BUILD.require(caller);
    Drafted seen = known.find(caller, id);
    DraftTag.require(ifMatch, seen);
    Draft draft = definitions.draft(DefinitionText.sent(request));
    Drafted now = saved(caller, seen, draft);
    Checkup checkup = check.of(caller.tenant(), now.automation().id(), draft.source());
    return ResponseEntity.ok().eTag(DraftTag.of(now)).body(SavedDraft.of(now, checkup));
  }

  private Drafted saved(Caller caller, Drafted seen, Draft draft) {
    Saved saved =
        automations.save(
            caller.tenant(), seen.automation().id(), seen.draft().tag(), draft, caller.actor());
    return switch (saved) {
      case Saved.Done(Drafted now) -> now;
      case Saved.Stale(Drafted now) -> throw new StaleDraft(now);
      case Saved.Archived(Drafted now) ->
          throw RefusedException.because(
              HttpStatus.CONFLICT,
              "'"
                  + now.automation().name()
                  + "' is archived. Restore it first, or clone it under another name.");
      case Saved.NoSuch _ -> throw KnownAutomations.unknown(seen.automation().id().toString());
    };
  }

  /// As its author wrote it, unless another format is asked for.
  private static WrittenText laidOut(Draft draft, String format) {
    return format.isEmpty() || format.equals(draft.source().format().text())
        ? draft.source()
        : DefinitionLayout.write(draft.definition(), parsed(format));
  }

  private static SourceFormat parsed(String format) {
    return Arrays.stream(SourceFormat.values())
        .filter(it -> it.text().equals(format))
        .findFirst()
        .orElseThrow(() ->
            RefusedException.because(
                HttpStatus.BAD_REQUEST,
                "Expected 'format' as json or yaml, but found '" + format + "'."));
  }

  private static MediaType contentType(SourceFormat format) {
    return switch (format) {
      case JSON -> MediaType.APPLICATION_JSON;
      case YAML -> MediaType.APPLICATION_YAML;
    };
  }
}

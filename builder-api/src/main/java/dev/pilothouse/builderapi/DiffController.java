package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.pilothouse.chain.DefinitionDiff;
import dev.pilothouse.chain.Difference;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Drafted;
import dev.pilothouse.spi.Automations.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tells what is different between two versions of an automation, or a version and the draft.
@RestController
@RequestMapping("/v1/automations/{id}/diff")
final class DiffController {
  private static final String DRAFT = "draft";

  /// @param from number of the version, or `draft`
  record Diff(String from, String to, boolean same, List<Change> changes) {}

  /// @param path a JSON pointer in which steps stand by their ids
  /// @param words the same for people
  record Change(
      String kind,
      String path,
      @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String before,
      @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String after,
      String words) {
    static Change of(Difference found) {
      return new Change(
          found.kind().text(),
          found.path(),
          found.before().map(Json::text).orElse(null),
          found.after().map(Json::text).orElse(null),
          found.words());
    }
  }

  private record Side(String name, Json definition) {}

  private final KnownAutomations known;
  private final KnownVersions versions;

  DiffController(Automations automations) {
    known = new KnownAutomations(automations);
    versions = new KnownVersions(automations);
  }

  /// What a publish would change, where nothing else is asked for.
  @GetMapping
  Diff diff(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = DRAFT) String to) {
    Drafted drafted = known.find(caller, id);
    Side before = side(caller, drafted, from.isEmpty() ? inForce(drafted) : from);
    Side after = side(caller, drafted, to);
    List<Change> changes =
        DefinitionDiff.between(before.definition(), after.definition()).stream()
            .map(Change::of)
            .toList();
    return new Diff(before.name(), after.name(), changes.isEmpty(), changes);
  }

  private Side side(Caller caller, Drafted drafted, String named) {
    if (named.equals(DRAFT)) {
      return new Side(DRAFT, drafted.draft().definition());
    }
    Version version = versions.find(caller, drafted.automation().id().toString(), named);
    return new Side("" + version.id().number(), version.content().definition());
  }

  private static String inForce(Drafted drafted) {
    return drafted
        .automation()
        .published()
        .map(NumberedVersion::number)
        .map(number -> "" + number)
        .orElseThrow(() ->
            RefusedException.because(
                HttpStatus.CONFLICT,
                "Nothing of this automation was ever published, so that there is nothing to compare"
                    + " the draft with."));
  }
}

package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.chain.ActionCatalogue;
import dev.pilothouse.chain.DefinitionReader;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.WrittenText;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Drafted;
import dev.pilothouse.spi.Automations.Version;
import dev.pilothouse.spi.EventTypes;
import dev.pilothouse.spi.Publications;
import dev.pilothouse.spi.Publications.Answer;
import dev.pilothouse.spi.Publications.Order;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Puts drafts in force, and earlier versions again. What was checked is what goes live: a draft
/// that somebody saves meanwhile is checked in its turn.
@RestController
@RequestMapping("/v1/automations/{id}")
final class PublishController {
  /// How often the draft is looked at anew before this gives up.
  private static final int PATIENCE = 5;

  record Note(@Nullable String note) {}

  /// @param to number or hash of a version
  record Back(@Nullable String to, @Nullable String note) {}

  /// @param warnings what is likely wrong with what is in force now
  record InForce(@JsonUnwrapped AutomationView.Row row, List<Fault> warnings) {}

  private final Publications publications;
  private final KnownAutomations known;
  private final KnownVersions versions;
  private final DefinitionText definitions;
  private final DefinitionText published;

  PublishController(
      Publications publications,
      Automations automations,
      DefinitionText definitions,
      EventTypes types,
      JsonMapper json) {
    this.publications = publications;
    this.definitions = definitions;
    known = new KnownAutomations(automations);
    versions = new KnownVersions(automations);
    published =
        new DefinitionText(
            new DefinitionReader(ActionCatalogue.asPublished()), types, automations, json);
  }

  @PostMapping("/publish")
  InForce publish(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody(required = false) @Nullable Note body) {
    Right.BUILD.require(caller);
    Standing standing = new Standing(known, caller, id);
    Order order = standing.order(note(Optional.ofNullable(body).map(Note::note)));
    for (int turn = 0; turn < PATIENCE; turn++) {
      Drafted seen = known.find(caller, id);
      DraftTag.requireIfGiven(ifMatch, seen);
      DefinitionText.Sound sound = definitions.sound(caller.tenant(), seen.draft().source());
      Answer answer = publications.publish(order, seen.draft().tag());
      if (!(answer instanceof Answer.Stale)) {
        return new InForce(standing.after(answer), sound.warnings());
      }
    }
    throw RefusedException.because(
        HttpStatus.CONFLICT, "The draft changes faster than it can be checked. Try again.");
  }

  /// Only what this software cannot carry out at all is refused: who goes back is in a hurry.
  @PostMapping("/rollback")
  InForce rollBack(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Back body) {
    Right.BUILD.require(caller);
    String to =
        Optional.ofNullable(body).map(Back::to).orElseThrow(PublishController::missingVersion);
    Standing standing = new Standing(known, caller, id);
    Order order = standing.order(note(Optional.ofNullable(body).map(Back::note)));
    Version version = versions.find(caller, id, to);
    WrittenText text = version.content().source();
    var _ = published.sound(caller.tenant(), text);
    Answer answer = publications.rollBack(order, version.id().hash());
    return new InForce(standing.after(answer), definitions.check(caller.tenant(), text).all());
  }

  private static String note(Optional<String> given) {
    return Reason.optional("note", given.orElse(null));
  }

  private static RefusedException missingVersion() {
    return RefusedException.with(
        "It is not said to which version.",
        List.of(
            new Fault(
                "to",
                "Expected the number or the hash of a version, but it is missing.",
                "Write {\"to\": 3}; GET …/versions lists them.")));
  }
}

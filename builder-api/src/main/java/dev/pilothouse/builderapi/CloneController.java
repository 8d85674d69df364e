package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.chain.DefinitionLayout;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.WrittenText;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Drafted;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Makes an automation of another one: its text, comments and all, under a name of its own.
@RestController
@RequestMapping("/v1/automations/{id}/clone")
final class CloneController {
  private static final int LONGEST_NAME = 200;
  private static final String DRAFT = "draft";

  /// @param from number or hash of a version; the draft where it is not said
  record Copy(@Nullable String name, @Nullable String from) {}

  private final KnownAutomations known;
  private final KnownVersions versions;
  private final DefinitionText definitions;

  CloneController(Automations automations, DefinitionText definitions) {
    this.definitions = definitions;
    known = new KnownAutomations(automations);
    versions = new KnownVersions(automations);
  }

  @PostMapping
  ResponseEntity<CreatedAutomation> copy(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Copy asked) {
    Right.BUILD.require(caller);
    String name = name(Optional.ofNullable(asked).map(Copy::name).orElse(""));
    String from = Optional.ofNullable(asked).map(Copy::from).orElse(DRAFT);
    WrittenText text = DefinitionLayout.renamed(content(caller, id, from).source(), name);
    return CreatedAutomation.answer(
        known.create(caller, name, definitions.draft(text)),
        name,
        definitions.check(caller.tenant(), text).all());
  }

  private Draft content(Caller caller, String id, String from) {
    Drafted drafted = known.find(caller, id);
    return from.equals(DRAFT) ? drafted.draft() : versions.find(caller, id, from).content();
  }

  private static String name(String given) {
    String name = given.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw unfit(
          "Expected a name of 1 to 200 characters, but it has " + name.length() + ".",
          "Write {\"name\": \"Onboard a lost customer\"}.");
    }
    StorableText.unfitIn(name)
        .ifPresent(unfit -> {
          throw unfit(unfit.message(), "");
        });
    return name;
  }

  private static RefusedException unfit(String message, String hint) {
    return RefusedException.with(
        "The copy cannot have this name.", List.of(new Fault("name", message, hint)));
  }
}

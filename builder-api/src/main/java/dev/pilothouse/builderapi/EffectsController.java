package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.Control;
import dev.pilothouse.spi.Control.Word;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Takes a person's word on an effect that was sent and of which nobody knows whether it happened.
@RestController
final class EffectsController {
  record Told(@Nullable Boolean happened, @Nullable JsonNode output, @Nullable String reason) {}

  record Resolved(String id, boolean happened) {}

  private final Control control;

  EffectsController(Control control) {
    this.control = control;
  }

  @PostMapping("/v1/effects/{id}/resolve")
  Resolved resolve(
      @AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestBody Told told) {
    Right.DECIDE.require(caller);
    String reason = Reason.required(told.reason());
    Word word = word(told);
    EffectId effect = EffectId.parse(id).orElseThrow(() -> unknown(id));
    RunRef run = new RunRef(caller.tenant(), effect.run());
    Answers.requireGiven(
        control.resolve(run, effect, word, caller.actor(), reason), () -> unknown(id));
    return new Resolved(effect.toString(), word instanceof Word.Happened);
  }

  private static Word word(Told told) {
    boolean happened =
        Optional.ofNullable(told.happened())
            .orElseThrow(() -> unfit("happened", "Expected true or false, but it is missing.", ""));
    Optional<JsonNode> output = Optional.ofNullable(told.output()).filter(it -> !it.isNull());
    if (!happened && output.isPresent()) {
      throw unfit(
          "output",
          "Expected no output of what did not happen, but found one.",
          "Leave it out, or say that it happened.");
    }
    return happened
        ? new Word.Happened(output.map(EffectsController::json).orElse(Json.NULL))
        : new Word.DidNotHappen();
  }

  private static Json json(JsonNode output) {
    StorableText.unfitIn(output)
        .ifPresent(unfit -> {
          throw unfit("output" + unfit.path(), unfit.message(), "");
        });
    return new Json(output.toString());
  }

  private static RefusedException unfit(String path, String message, String hint) {
    return RefusedException.with(
        "This does not say clearly what became of the effect.",
        List.of(new Fault(path, message, hint)));
  }

  private static RefusedException unknown(String id) {
    return RefusedException.because(
        HttpStatus.NOT_FOUND,
        "There is no effect '"
            + id
            + "' here. Its id stands in the timeline of its run: the run's id, a colon, the step's.");
  }
}

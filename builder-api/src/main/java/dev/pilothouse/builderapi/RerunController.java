package dev.pilothouse.builderapi;

import dev.pilothouse.chain.Chains;
import dev.pilothouse.chain.Definition;
import dev.pilothouse.chain.DefinitionProblems;
import dev.pilothouse.chain.Rewalk;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.WalkedVersion;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Reruns;
import dev.pilothouse.spi.Reruns.Answer;
import dev.pilothouse.spi.Reruns.Request;
import dev.pilothouse.spi.Reruns.What;
import dev.pilothouse.spi.Runs;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Does again what a run did, as a whole or from one of its steps on.
@RestController
final class RerunController {
  record Why(@Nullable String reason) {}

  private static final String NOW = "now";
  private static final String SAME = "same";

  private final Runs runs;
  private final Automations automations;
  private final Chains chains;
  private final Reruns reruns;

  RerunController(Runs runs, Automations automations, Chains chains, Reruns reruns) {
    this.runs = runs;
    this.automations = automations;
    this.chains = chains;
    this.reruns = reruns;
  }

  @PostMapping("/v1/runs/{id}/rerun")
  ResponseEntity<RerunView> again(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String from,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody(required = false) @Nullable Why why) {
    Right.OPERATE.require(caller);
    String reason = Reason.optional(Optional.ofNullable(why).map(Why::reason).orElse(null));
    Optional<String> knownBy = IdempotencyKey.read(key);
    RunSummary earlier = find(caller, id);
    What what = from.isEmpty() ? all(version) : part(caller, earlier, version, from);
    RunRef run = new RunRef(caller.tenant(), earlier.id());
    return switch (reruns.again(run, new Request(what, caller.actor(), reason, knownBy))) {
      case Answer.Born born -> answer(RerunView.of(earlier, what, born));
      case Answer.OtherRequest(RunId other) -> throw otherRequest(other);
      case Answer.Refused(String sentence) -> throw conflict(sentence);
      case Answer.NoSuch _ -> throw RunsController.unknown(id);
    };
  }

  private RunSummary find(Caller caller, String id) {
    return RunId.parse(id)
        .flatMap(run -> runs.find(caller.tenant(), run))
        .orElseThrow(() -> RunsController.unknown(id))
        .summary();
  }

  private static What all(String version) {
    return switch (version) {
      case "", NOW -> new What.AllInForce();
      case SAME -> new What.AllAsBefore();
      default ->
          throw badRequest(
              "Expected 'version' as now, the version in force, or same, the one that the earlier"
                  + " run walked, but found '"
                  + version
                  + "'.");
    };
  }

  private What part(Caller caller, RunSummary earlier, String version, String from) {
    if (!version.isEmpty() && !version.equals(SAME)) {
      throw badRequest(
          "Expected no 'version' beside 'from': what is kept of a run goes with the version that it"
              + " walked. Leave out one of the two.");
    }
    return switch (Rewalk.of(definition(caller, earlier.walks()), from)) {
      case Rewalk.From(var step, var kept) -> new What.From(step, kept);
      case Rewalk.Impossible(String sentence) -> throw conflict(sentence);
    };
  }

  private Definition definition(Caller caller, WalkedVersion walked) {
    Automations.Version version =
        automations
            .version(caller.tenant(), walked.automation(), walked.version().hash())
            .orElseThrow(() -> new IllegalStateException("A run walked a version that is none."));
    try {
      return chains.of(
          new AutomationVersion(
              walked.automation(),
              walked.version().hash(),
              walked.name(),
              version.content().definition()));
    } catch (DefinitionProblems newer) {
      throw conflict(
          "Version "
              + walked.version().number()
              + " was published by a newer version of this software and cannot be read here.");
    }
  }

  private static ResponseEntity<RerunView> answer(RerunView born) {
    URI location = URI.create("/v1/runs/" + born.run());
    return ResponseEntity.status(born.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
        .location(location)
        .body(born);
  }

  private static RefusedException otherRequest(RunId born) {
    return RefusedException.because(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "This Idempotency-Key was sent with another request before, by which run "
            + born
            + " was born. Nothing was done; send what is new under a key of its own.");
  }

  private static RefusedException badRequest(String sentence) {
    return RefusedException.because(HttpStatus.BAD_REQUEST, sentence);
  }

  private static RefusedException conflict(String sentence) {
    return RefusedException.because(HttpStatus.CONFLICT, sentence);
  }
}

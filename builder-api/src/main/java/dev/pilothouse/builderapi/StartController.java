package dev.pilothouse.builderapi;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Address;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRequest;
import dev.pilothouse.model.StoredVerdict;
import dev.pilothouse.model.StoredVerdict.Kind;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Handover;
import dev.pilothouse.spi.Intake;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Verdicts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Starts a run by hand, or for a program: an entry for one automation alone, delivered like any
/// event, so that a repeated request is known by its key.
@RestController
final class StartController {
  /// @param run null where the automation took none
  /// @param verdict what the automation made of the request, as for any event
  /// @param reason why there is no run; empty where there is one
  /// @param duplicate the request came before; this is the answer of then
  record Started(
      String event, @Nullable String run, String verdict, String reason, boolean duplicate) {}

  private final Intake intake;
  private final Journal journal;
  private final Verdicts verdicts;
  private final KnownAutomations known;
  private final Startable startable;
  private final JsonText json;
  private final EventLimits limits;

  StartController(
      Intake intake,
      Journal journal,
      Verdicts verdicts,
      Automations automations,
      Handover handover,
      JsonMapper mapper,
      HttpConfig config) {
    this.intake = intake;
    this.journal = journal;
    this.verdicts = verdicts;
    known = new KnownAutomations(automations);
    startable = new Startable(automations, handover);
    json = new JsonText(mapper);
    limits = new EventLimits(config.maxEventBytes());
  }

  @PostMapping("/v1/automations/{id}/runs")
  ResponseEntity<Started> start(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request)
      throws IOException {
    Right.START.require(caller);
    Automation automation = known.find(caller, id).automation();
    StartRequest asked = StartRequest.of(request, json, limits);
    CloudEvent event = event(caller, automation.id(), IdempotencyKey.read(key), asked);
    Accepted accepted =
        journal
            .earlier(caller.tenant(), event.source(), event.sourceId())
            .orElseGet(() -> {
              startable.require(caller, automation, asked);
              return intake.accept(caller, event, automation.id());
            });
    if (accepted.duplicate()) {
      requireSame(caller, automation, event, accepted);
    }
    return answer(caller, automation, accepted);
  }

  /// Keys of two callers have nothing to do with each other.
  private static CloudEvent event(
      Caller caller, AutomationId automation, Optional<String> key, StartRequest asked) {
    String name =
        key.map(it -> caller.actor() + "/" + it).orElseGet(() -> UUID.randomUUID().toString());
    return RunRequest.of(
        automation, "/v1/automations/" + automation + "/runs", name, asked.input());
  }

  /// A key that stands for another request is its sender's mistake: it would wait for a run that
  /// never comes.
  private void requireSame(
      Caller caller, Automation automation, CloudEvent event, Accepted accepted) {
    boolean same =
        journal
            .find(caller.tenant(), accepted.id())
            .map(JournalEntry::entry)
            .filter(earlier -> isFor(automation, earlier) && hasSameData(earlier.event(), event))
            .isPresent();
    if (!same) {
      throw RefusedException.because(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "This Idempotency-Key was used for another input before. Nothing was started; send what is"
              + " new under a key of its own.");
    }
  }

  private static boolean isFor(Automation automation, NewEntry earlier) {
    return earlier.to().map(Address::automation).filter(automation.id()::equals).isPresent();
  }

  private boolean hasSameData(CloudEvent earlier, CloudEvent now) {
    return earlier.data() instanceof EventData.Parsed(var before)
        && now.data() instanceof EventData.Parsed(var after)
        && SameJson.isSame(json.known(before), json.known(after));
  }

  private ResponseEntity<Started> answer(Caller caller, Automation automation, Accepted accepted) {
    StoredVerdict verdict =
        verdicts.kept(caller.tenant(), List.of(accepted.id()), List.of(automation.id())).stream()
            .findFirst()
            .filter(it -> it.kind() != Kind.PAUSED)
            .orElseThrow(() ->
                RefusedException.because(
                    HttpStatus.CONFLICT,
                    "'%s' was paused or archived in this moment. Nothing was started."
                        .formatted(automation.name())));
    Optional<String> run =
        verdict.run().filter(_ -> verdict.kind() == Kind.FIRED).map(RunId::toString);
    ResponseEntity.BodyBuilder answer = ResponseEntity.accepted();
    run.ifPresent(it -> answer.location(URI.create("/v1/runs/" + it)));
    return answer.body(
        new Started(
            accepted.id().toString(),
            run.orElse(null),
            verdict.kind().text(),
            verdict.reason(),
            accepted.duplicate()));
  }
}

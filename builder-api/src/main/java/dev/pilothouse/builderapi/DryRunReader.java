package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.DryRunRequest.ByName;
import dev.pilothouse.builderapi.DryRunRequest.Chain;
import dev.pilothouse.chain.Chains;
import dev.pilothouse.chain.DefinitionLayout;
import dev.pilothouse.chain.DefinitionProblems;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.model.WrittenText;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Drafted;
import dev.pilothouse.spi.Automations.Version;
import dev.pilothouse.spi.Journal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what somebody wants to try out.
final class DryRunReader {
  private static final int MOST_BYTES = 4 << 20;
  private static final String DRAFT = "draft";
  private static final List<String> KNOWN =
      List.of("event", "input", "trigger", "definition", "version", "anyway", "assume");

  private final KnownAutomations known;
  private final KnownVersions versions;
  private final DefinitionText definitions;
  private final Chains chains;
  private final JsonText json;
  private final TriedEvent events;

  DryRunReader(
      Automations automations,
      Journal journal,
      DefinitionText definitions,
      Chains chains,
      JsonMapper json,
      Clock clock) {
    known = new KnownAutomations(automations);
    versions = new KnownVersions(automations);
    this.definitions = definitions;
    this.chains = chains;
    this.json = new JsonText(json);
    events = new TriedEvent(journal, clock);
  }

  DryRunRequest read(Caller caller, String id, HttpServletRequest request) throws IOException {
    Drafted drafted = known.find(caller, id);
    JsonNode body = body(request);
    Faults faults = new Faults();
    var entry = events.read(caller, drafted.automation().id(), body, faults);
    Optional<ByName> byName = byName(caller, body, faults);
    Map<String, StepOutcome> assumptions = assumptions(body.path("assume"), faults);
    faults.throwIfAny("This cannot be tried out.");
    return new DryRunRequest(
        entry.orElseThrow(),
        byName,
        chain(caller, drafted, body),
        body.path("anyway").asBoolean(false),
        assumptions);
  }

  private JsonNode body(HttpServletRequest request) throws IOException {
    byte[] sent = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (sent.length > MOST_BYTES) {
      throw RefusedException.because(
          HttpStatus.CONTENT_TOO_LARGE, "At most " + MOST_BYTES + " bytes can be tried out.");
    }
    JsonNode body = parsed(sent);
    Faults faults = new Faults();
    if (!body.isObject()) {
      faults.add(
          "",
          "Expected a JSON object, but found " + JsonAttributes.kindOf(body) + ".",
          "Write {\"event\": …} with an event, or the id of one.");
    }
    body.propertyNames().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(name ->
            faults.add(name, "Expected one of " + String.join(", ", KNOWN) + ", but found this."));
    StorableText.unfitIn(body)
        .ifPresent(unfit -> faults.add(unfit.path().replaceFirst("^\\.", ""), unfit.message()));
    faults.throwIfAny("This cannot be tried out.");
    return body;
  }

  private JsonNode parsed(byte[] sent) {
    try {
      return json.read(sent);
    } catch (JsonText.Malformed malformed) {
      throw RefusedException.because(HttpStatus.BAD_REQUEST, malformed.sentence());
    }
  }

  private static Optional<ByName> byName(Caller caller, JsonNode body, Faults faults) {
    String trigger = new JsonAttributes(body).text("trigger", faults);
    return Optional.of(body.path("input"))
        .filter(JsonNode::isObject)
        .map(input -> new ByName(Startable.by(caller, trigger), new Json(input.toString())));
  }

  private static Map<String, StepOutcome> assumptions(JsonNode given, Faults faults) {
    Map<String, StepOutcome> assumptions = new LinkedHashMap<>();
    given
        .properties()
        .forEach(step -> {
          JsonNode how = step.getValue();
          if (how.has("output")) {
            assumptions.put(
                step.getKey(), new StepOutcome.Completed(new Json(how.get("output").toString())));
          } else if (how.path("error").isString()) {
            assumptions.put(step.getKey(), failed(how.get("error").stringValue()));
          } else {
            faults.add(
                "assume." + step.getKey(),
                "Expected what the step gives or fails with, but found neither.",
                "Write {\"output\": …} or {\"error\": \"…\"}.");
          }
        });
    return assumptions;
  }

  private static StepOutcome failed(String message) {
    return new StepOutcome.Failed(new StepError("assumed.failure", StepError.Kind.USER, message));
  }

  private Chain chain(Caller caller, Drafted drafted, JsonNode body) {
    JsonNode sent = body.path("definition");
    String version = body.path("version").asString(DRAFT);
    if (!sent.isMissingNode() && body.has("version")) {
      throw RefusedException.because(
          HttpStatus.BAD_REQUEST,
          "Expected either 'definition' or 'version', but found both. Leave out one of the two.");
    }
    if (!sent.isMissingNode()) {
      return sound(caller, drafted, "sent", written(sent));
    }
    return version.equals(DRAFT)
        ? sound(caller, drafted, DRAFT, drafted.draft().source())
        : published(caller, drafted, version);
  }

  private static WrittenText written(JsonNode sent) {
    String text = sent.isString() ? sent.stringValue() : sent.toString();
    return new WrittenText(DefinitionLayout.formatOf("", text), text);
  }

  private Chain sound(Caller caller, Drafted drafted, String name, WrittenText text) {
    DefinitionText.Sound sound = definitions.sound(caller.tenant(), text);
    return new Chain(
        name, version(drafted, sound.draft().definition(), sound.name()), sound.definition());
  }

  private Chain published(Caller caller, Drafted drafted, String named) {
    Version found = versions.find(caller, drafted.automation().id().toString(), named);
    AutomationVersion version =
        version(drafted, found.content().definition(), drafted.automation().name());
    try {
      return new Chain("" + found.id().number(), version, chains.of(version));
    } catch (DefinitionProblems newer) {
      throw RefusedException.because(
          HttpStatus.CONFLICT,
          "Version "
              + found.id().number()
              + " was published by a newer version of this software and cannot be read here.");
    }
  }

  private static AutomationVersion version(Drafted drafted, Json definition, String name) {
    AutomationId id = drafted.automation().id();
    return new AutomationVersion(id, VersionId.of(definition), name, definition);
  }
}

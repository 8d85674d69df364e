package dev.pilothouse.builderapi;

import dev.pilothouse.model.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What an automation is started with, as it is sent.
///
/// @param input becomes the data of the run's event
/// @param trigger the button's label; empty where it is not said
record StartRequest(Json input, String trigger) {
  private static final String INPUT = "input";
  private static final String TRIGGER = "trigger";
  private static final String UNFIT = "This starts no automation.";

  static StartRequest of(HttpServletRequest request, JsonText json, EventLimits limits)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(limits.bytes() + 1);
    if (body.length > limits.bytes()) {
      throw limits.tooLarge();
    }
    JsonNode sent = object(read(body, json));
    Faults faults = new Faults();
    sent.propertyNames().stream()
        .filter(name -> !List.of(INPUT, TRIGGER).contains(name))
        .forEach(name ->
            faults.add(
                name,
                "Expected 'input' and 'trigger' alone, but found '" + name + "'.",
                "What the run is to see stands within 'input'."));
    StartRequest read = new StartRequest(input(sent, faults), trigger(sent, faults));
    faults.throwIfAny(UNFIT);
    return read;
  }

  private static JsonNode read(byte[] body, JsonText json) {
    try {
      return json.read(body);
    } catch (JsonText.Malformed malformed) {
      throw RefusedException.because(
          HttpStatus.BAD_REQUEST, new RefusedException.Fault("body", malformed.sentence()));
    }
  }

  private static JsonNode object(JsonNode sent) {
    if (sent.isMissingNode()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (!sent.isObject()) {
      throw RefusedException.because(
          HttpStatus.BAD_REQUEST,
          new RefusedException.Fault(
              "body",
              "Expected an object, but found " + JsonAttributes.kindOf(sent) + ".",
              "Write it like {\"input\": {…}}."));
    }
    return sent;
  }

  private static Json input(JsonNode sent, Faults faults) {
    JsonNode input = sent.path(INPUT);
    if (input.isMissingNode()) {
      return new Json("{}");
    }
    if (!input.isObject()) {
      faults.add(INPUT, "Expected an object, but found " + JsonAttributes.kindOf(input) + ".");
    }
    StorableText.unfitIn(input)
        .ifPresent(unfit -> faults.add(INPUT + unfit.path(), unfit.message()));
    return new Json(input.toString());
  }

  private static String trigger(JsonNode sent, Faults faults) {
    JsonNode trigger = sent.path(TRIGGER);
    if (!trigger.isMissingNode() && !trigger.isString()) {
      faults.add(
          TRIGGER,
          "Expected the label of a button, but found " + JsonAttributes.kindOf(trigger) + ".");
    }
    return trigger.asString("");
  }
}

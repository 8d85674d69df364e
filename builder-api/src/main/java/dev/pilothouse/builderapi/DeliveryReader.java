package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.model.CloudEvent;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/// Makes events of a delivery, in whichever of the three modes it came. All of a delivery is
/// checked before any of it is used.
final class DeliveryReader {
  private static final String NO_EVENT = "This is no CloudEvent of version 1.0 that can be taken.";

  private final JsonText json;
  private final EventLimits limits;
  private final EnvelopeReader envelopes;
  private final DataReader contents;

  DeliveryReader(JsonText json, Clock clock, EventLimits limits) {
    this.json = json;
    this.limits = limits;
    envelopes = new EnvelopeReader(clock);
    contents = new DataReader(json, limits);
  }

  List<CloudEvent> read(Delivery delivery) throws IOException {
    return switch (delivery.mode()) {
      case STRUCTURED -> List.of(structured(delivery));
      case BATCH -> batch(delivery);
      case BINARY -> List.of(binary(delivery));
    };
  }

  private CloudEvent structured(Delivery delivery) throws IOException {
    delivery.load(limits.structuredBytes(), limits.tooLarge());
    JsonNode envelope = parsed(delivery);
    if (!envelope.isObject()) {
      throw RefusedException.because(
          HttpStatus.BAD_REQUEST,
          new Fault(
              "body",
              "Expected a JSON object with the event, but found "
                  + JsonAttributes.kindOf(envelope)
                  + ".",
              "Lists of events are sent as application/cloudevents-batch+json."));
    }
    Faults faults = new Faults();
    CloudEvent event = ofEnvelope(envelope, faults);
    faults.throwIfAny(NO_EVENT);
    return event;
  }

  private List<CloudEvent> batch(Delivery delivery) throws IOException {
    delivery.load(limits.bytes(), limits.tooLargeBatch());
    JsonNode envelopesSent = parsed(delivery);
    if (!envelopesSent.isArray()) {
      throw RefusedException.because(
          HttpStatus.BAD_REQUEST,
          new Fault(
              "body",
              "Expected a JSON list of events, but found "
                  + JsonAttributes.kindOf(envelopesSent)
                  + ".",
              "A single event is sent as application/cloudevents+json."));
    }
    if (envelopesSent.size() > EventLimits.AT_ONCE) {
      throw EventLimits.tooMany(envelopesSent.size());
    }
    return ofBatch(envelopesSent);
  }

  private List<CloudEvent> ofBatch(JsonNode sent) {
    Faults faults = new Faults();
    List<CloudEvent> events = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      if (sent.path(i).isObject()) {
        events.add(ofEnvelope(sent.path(i), faults.within("[" + i + "].")));
      } else {
        faults.add(
            "[" + i + "]",
            "Expected an event, but found " + JsonAttributes.kindOf(sent.path(i)) + ".");
      }
    }
    faults.throwIfAny("Nothing of this batch was taken: not all of it are events that can be.");
    return events;
  }

  private CloudEvent binary(Delivery delivery) throws IOException {
    delivery.load(limits.bytes(), limits.tooLarge());
    Faults faults = new Faults();
    CloudEvent event =
        envelopes.read(new HeaderAttributes(delivery), contents.ofBody(delivery, faults), faults);
    faults.throwIfAny(NO_EVENT);
    return event;
  }

  private CloudEvent ofEnvelope(JsonNode envelope, Faults faults) {
    return envelopes.read(
        new JsonAttributes(envelope), contents.ofMembers(envelope, faults), faults);
  }

  private JsonNode parsed(Delivery delivery) {
    try {
      return json.read(delivery.body());
    } catch (JsonText.Malformed malformed) {
      throw RefusedException.because(
          HttpStatus.BAD_REQUEST,
          new Fault("body", malformed.sentence(), "Nothing of it was taken."));
    }
  }
}

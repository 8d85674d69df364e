package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Journal.Refusal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Keeps refused deliveries for those who ask where theirs went, by what can be read of them.
final class RefusedDeliveries {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedDeliveries.class);
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 2_000;

  private final Journal journal;
  private final JsonText json;

  RefusedDeliveries(Journal journal, JsonText json) {
    this.journal = journal;
    this.json = json;
  }

  /// The refusal stands whether or not it could be kept.
  void keep(Caller caller, Delivery delivery, RefusedException refused) {
    try {
      journal.refuse(caller.tenant(), refusal(caller, delivery, refused));
    } catch (RuntimeException notKept) {
      LOG.warn("A refused delivery could not be kept: {}", notKept.toString());
    }
  }

  private Refusal refusal(Caller caller, Delivery delivery, RefusedException refused) {
    Attributes attributes = attributes(delivery);
    return new Refusal(
        caller.actor(),
        named(attributes, "source"),
        named(attributes, "id"),
        named(attributes, "type"),
        refused.status().value(),
        reason(refused),
        delivery.bytes());
  }

  private Attributes attributes(Delivery delivery) {
    JsonNode envelope = envelope(delivery);
    return envelope.isObject() && envelope.has("specversion")
        ? new JsonAttributes(envelope)
        : new HeaderAttributes(delivery);
  }

  private JsonNode envelope(Delivery delivery) {
    try {
      return json.read(delivery.body());
    } catch (JsonText.Malformed malformed) {
      return MissingNode.getInstance();
    }
  }

  private static String named(Attributes attributes, String name) {
    return storable(attributes.text(name, new Faults()), LONGEST_NAME);
  }

  /// All that is wrong. Where one thing alone is, the sentence may be about it already.
  private static String reason(RefusedException refused) {
    Stream<String> faults =
        refused.faults().stream()
            .filter(fault -> !refused.sentence().contains(fault.message()))
            .map(RefusedException.Fault::sentence);
    return storable(
        Stream.concat(Stream.of(refused.sentence()), faults).collect(Collectors.joining(" ")),
        LONGEST_REASON);
  }

  private static String storable(String text, int length) {
    String shown =
        text.codePoints()
            .limit(length)
            .map(letter ->
                Character.isISOControl(letter) || Character.getType(letter) == Character.SURROGATE
                    ? '?'
                    : letter)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return shown;
  }
}

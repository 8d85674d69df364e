package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads what starts a chain.
final class TriggerReader {
  private static final String EXAMPLE = "{\"event\": \"crm.deal.won\"}";
  private static final String INPUT_EXAMPLE =
      "{\"type\": \"object\", \"properties\": {\"customer\": {\"type\": \"string\"}}}";
  private static final Json ANYTHING = new Json("{}");
  private static final int LONGEST_LABEL = 200;
  private static final Pattern EVENT_TYPE =
      Pattern.compile("\\*|[A-Za-z0-9_][A-Za-z0-9_.:/-]{0,253}\\*?");

  private final Problems problems;
  private final ValueReader values;

  TriggerReader(Problems problems, ValueReader values) {
    this.problems = problems;
    this.values = values;
  }

  List<Trigger> all(Fields top) {
    top.require("on", "what starts it", "\"on\": [" + EXAMPLE + "]");
    List<Trigger> triggers = new ArrayList<>();
    for (Fields.Item item : top.list("on", "[" + EXAMPLE + "]")) {
      top.fieldsOf(item, EXAMPLE).flatMap(this::trigger).ifPresent(triggers::add);
    }
    return triggers;
  }

  private Optional<Trigger> trigger(Fields fields) {
    List<String> kinds = Names.TRIGGER_KINDS.stream().filter(fields::has).toList();
    if (kinds.size() > 1) {
      problems.add(
          fields.path(),
          "expected one kind of trigger, but found '"
              + String.join("' and '", kinds)
              + "' together.",
          "Make two triggers of it.");
      return Optional.empty();
    }
    return Optional.of(
        switch (kinds.isEmpty() ? "event" : kinds.getFirst()) {
          case "manual" -> manual(fields);
          case "api" -> api(fields);
          default -> onEvent(fields);
        });
  }

  private Trigger onEvent(Fields fields) {
    fields.only(Names.OF_EVENT);
    fields.require(
        "event",
        "the type of event that starts it; or 'manual', or 'api'",
        "\"event\": \"crm.deal.won\"");
    String event = fields.text("event").orElse("-");
    if (!event.equals("-") && !EVENT_TYPE.matcher(event).matches()) {
      problems.add(
          fields.pathOf("event"),
          "expected a type of event, but found '" + Shown.shortened(event) + "'.",
          "Write a type such as crm.deal.won, a family such as crm.*, or * for all from outside.");
    }
    return new Trigger.OnEvent(event, values.condition(fields, "when"));
  }

  private Trigger manual(Fields fields) {
    fields.only(Names.OF_MANUAL);
    String label = fields.text("manual").orElse("-");
    if (label.isBlank() || label.length() > LONGEST_LABEL) {
      problems.add(
          fields.pathOf("manual"),
          "expected the label of a button, 1 to 200 characters, but it has "
              + label.strip().length()
              + ".",
          "Write it like \"manual\": \"Onboard by hand\".");
    }
    return new Trigger.Manual(label, input(fields));
  }

  private Trigger api(Fields fields) {
    fields.only(Names.OF_API);
    fields.object("api", "\"api\": {}").ifPresent(settings -> settings.only(List.of()));
    return new Trigger.Api(input(fields));
  }

  private Json input(Fields fields) {
    Optional<Fields> input = fields.object("input", INPUT_EXAMPLE);
    input
        .flatMap(schema -> schema.value("type"))
        .filter(type -> !type.isString() || !type.stringValue().equals("object"))
        .ifPresent(type ->
            problems.wrongKind(
                fields.pathOf("input") + ".type",
                "'object'",
                Shown.kind(type),
                "What a run is started with is an object: write " + INPUT_EXAMPLE + "."));
    return fields.value("input").filter(JsonNode::isObject).map(JsonText::of).orElse(ANYTHING);
  }
}

package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads a definition, or says everything that is wrong with it at once.
public final class DefinitionReader {
  static final int MOST_BYTES = 256 * 1024;

  private static final int LONGEST_NAME = 200;
  private static final Pattern EVENT_TYPE =
      Pattern.compile("\\*|[A-Za-z0-9_][A-Za-z0-9_.:/-]{0,253}\\*?");

  /// Where Jackson speaks of itself and not of the text.
  private static final Pattern SOURCE = Pattern.compile(" \\(for .*\\)");

  private final ActionCatalogue actions;

  public DefinitionReader(ActionCatalogue actions) {
    this.actions = actions;
  }

  /// @throws DefinitionProblems with all that is wrong
  public Definition read(Json json) {
    refuseTooLarge(json);
    return new Reading(parse(json)).definition();
  }

  private static void refuseTooLarge(Json json) {
    int bytes = json.text().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw refusal(
          "expected a definition of at most " + MOST_BYTES + " bytes, but it has " + bytes + ".",
          "Take it apart into several automations.");
    }
  }

  private static JsonNode parse(Json json) {
    try {
      JsonNode node = JsonText.parseStrictly(json);
      if (!node.isObject()) {
        throw refusal(
            "expected an object, but found " + Shown.kind(node) + ".",
            "Write {\"name\": \"...\", \"on\": [...], \"steps\": [...]}.");
      }
      return node;
    } catch (JacksonException malformed) {
      throw refusal(
          "expected JSON, but "
              + SOURCE.matcher(malformed.getOriginalMessage()).replaceAll("")
              + at(malformed)
              + ".",
          "Mend the text at this place.");
    }
  }

  private static String at(JacksonException malformed) {
    return Optional.ofNullable(malformed.getLocation())
        .map(place -> ": line " + place.getLineNr() + ", column " + place.getColumnNr())
        .orElse("");
  }

  private static DefinitionProblems refusal(String message, String hint) {
    return new DefinitionProblems(List.of(new Problem("", message, hint)));
  }

  /// One definition being read.
  private final class Reading {
    private final Problems problems = new Problems();
    private final Fields top;
    private final StepIds ids;
    private final ValueReader values;

    Reading(JsonNode root) {
      top = new Fields(root, "", problems);
      ids = new StepIds(problems, root.path("steps"));
      values = new ValueReader(problems, new References(problems, ids));
    }

    Definition definition() {
      top.only(Names.OF_DEFINITION);
      String name = name();
      List.of("description", "owner", "area").forEach(top::text);
      List<Trigger> triggers = triggers();
      Optional<Template> concurrency = concurrency();
      List<Step> steps = new StepReader(problems, values, ids, actions).all(top);
      problems.throwIfAny();
      return new Definition(name, triggers, concurrency, steps);
    }

    private String name() {
      top.require(
          "name", "by which people know the automation", "\"name\": \"Onboard a customer\"");
      String name = top.text("name").orElse("-");
      if (name.isBlank() || name.length() > LONGEST_NAME) {
        problems.add(
            "name",
            "expected a name of 1 to 200 characters, but it has " + name.strip().length() + ".",
            "Say in a few words what the automation does.");
      }
      return name;
    }

    private List<Trigger> triggers() {
      top.require("on", "the events that start it", "\"on\": [{\"event\": \"crm.deal.won\"}]");
      return top.list("on", "[{\"event\": \"crm.deal.won\"}]").stream()
          .flatMap(item -> top.fieldsOf(item, "{\"event\": \"crm.deal.won\"}").stream())
          .map(this::trigger)
          .toList();
    }

    private Trigger trigger(Fields fields) {
      fields.only(Names.OF_TRIGGER);
      fields.require("event", "the type of event that starts it", "\"event\": \"crm.deal.won\"");
      String event = fields.text("event").orElse("-");
      if (!event.equals("-") && !EVENT_TYPE.matcher(event).matches()) {
        problems.add(
            fields.pathOf("event"),
            "expected a type of event, but found '" + Shown.shortened(event) + "'.",
            "Write a type such as crm.deal.won, a family such as crm.*, or * for all from outside.");
      }
      return new Trigger(event, values.condition(fields, "when"));
    }

    private Optional<Template> concurrency() {
      return top.object("concurrency", "{\"key\": \"${event.subject}\"}")
          .flatMap(fields -> {
            fields.only(Names.OF_CONCURRENCY);
            fields.require("key", "what runs must have in common", "\"key\": \"${event.subject}\"");
            return values.template(fields, "key");
          });
    }
  }
}

package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.OwnEventTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The page about all types of events, made of the catalogue.
record EventTypesPage(EventCatalogue catalogue) {
  private static final String INTRODUCTION =
      """
      # Types of events

      What is known of an event before it comes. This page is made of the catalogue, one JSON file a type in `core/chain`; a test compares the
      two. Other types are as welcome; only what they carry is not known beforehand. It is learnt from what comes, and
      [`GET /v1/event-types`](api.md#get-v1event-types-get-v1event-typestype) shows these and those together.

      A field with `?` may be missing. Beside the fields named here an event may carry any other; an expression reads those as
      `event.data.?region`. Events of a type that is *ours* are written by Pilothouse itself, just as this page says: whatever the tests of the whole house write
      is held against it. What is *ours alone* is refused from anybody else, as is all that begins with `run.` or `pilothouse.`; other types may come from anybody.
      Where it says *change*, the events that Pilothouse writes have `before` and `after`; if nothing is said of these, they are as `data` is. A sender from outside gives neither.
      """;

  String text() {
    return families().entrySet().stream()
        .map(family -> chapter(family.getKey(), family.getValue()))
        .collect(Collectors.joining("\n", INTRODUCTION + "\n", ""));
  }

  private Map<String, List<EventType>> families() {
    return catalogue.all().stream()
        .collect(
            Collectors.groupingBy(
                type -> type.name().substring(0, type.name().indexOf('.')),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static String chapter(String family, List<EventType> types) {
    return "## `"
        + family
        + ".*`\n\n| type | says | `data` |\n|---|---|---|\n"
        + types.stream().map(EventTypesPage::row).collect(Collectors.joining());
  }

  private static String row(EventType type) {
    return "| `%s`%s%s | %s. %s | %s |\n"
        .formatted(
            type.name(),
            whose(type),
            type.change().isPresent() ? " *change*" : "",
            type.title(),
            type.about(),
            fields(type.data()) + type.change().map(change -> changed(type, change)).orElse(""));
  }

  private static String whose(EventType type) {
    if (OwnEventTypes.include(type.name())) {
      return " *ours alone*";
    }
    return type.ours() ? " *ours*" : "";
  }

  private static String changed(EventType type, EventType.Change change) {
    return change.after().equals(type.data())
        ? ""
        : "; `before`, `after`: " + fields(change.after());
  }

  private static String fields(Json schema) {
    JsonNode object = JsonText.parse(schema);
    List<String> required = object.path("required").valueStream().map(JsonNode::asString).toList();
    if (!object.has("properties")) {
      return "anything";
    }
    return object.path("properties").propertyNames().stream()
        .map(name -> "`" + name + (required.contains(name) ? "`" : "?`"))
        .collect(Collectors.joining(", "));
  }
}

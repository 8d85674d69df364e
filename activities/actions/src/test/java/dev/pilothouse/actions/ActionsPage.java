package dev.pilothouse.actions;

import dev.pilothouse.actions.schema.DescriptorFile;
import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The page about all actions, made of what they say of themselves.
public record ActionsPage(List<Action> actions) {
  private static final String INTRODUCTION =
      """
      # Actions

      What a `do` step can do. This page is made of the actions' own descriptors, the JSON files beside their classes in
      `activities/actions`; a test compares the two. Any value of an input may be a text with expressions, `${…}`; later steps
      read the output as `steps.id.…`.

      What a call can promise decides what happens when a process dies or an answer is lost:

      | class | means | after a crash or a lost answer |
      |---|---|---|
      | `pure` | changes nothing | it is done again |
      | `transactional` | changes our own records, in the transaction that records it | it happened once or not at all |
      | `keyed` | the other side honours a key | it is sent again with the same key |
      | `reconcilable` | can be read back | the other side is asked first |
      | `once` | none of these | unknown: a person says whether it happened |

      No call is ever sent twice within one attempt, and nothing is sent after a step's timeout. What certainly did not act is tried again in every class.
      """;

  String text() {
    return actions.stream()
        .map(ActionsPage::chapter)
        .collect(Collectors.joining("\n", INTRODUCTION + "\n", ""));
  }

  private static String chapter(Action action) {
    ActionDescriptor descriptor = action.descriptor();
    JsonNode example = JsonTree.of(descriptor.example());
    return """
    ## `%s`

    **%s.** %s

    Promises: %s. Taking it back: %s
    %s
    ```json
    %s
    ```
    %s%s%s\
    """
        .formatted(
            descriptor.name(),
            descriptor.title(),
            descriptor.about(),
            descriptor.promises().classes().stream()
                .map(ActionsPage::code)
                .collect(Collectors.joining(", ")),
            descriptor.reversibility(),
            inputs(JsonTree.of(descriptor.input())),
            example.toPrettyString(),
            outputs(JsonTree.of(descriptor.output())),
            descriptor
                .promises()
                .readBack()
                .map(JsonTree::of)
                .map(ActionsPage::readBack)
                .orElse(""),
            errors(action));
  }

  private static String inputs(JsonNode schema) {
    return fields("input", schema, "Required.", "");
  }

  private static String outputs(JsonNode schema) {
    return whole("Output", schema) + fields("output", schema, "", "May be missing.");
  }

  private static String readBack(JsonNode schema) {
    return whole("`read_back`", schema) + fields("`read_back`", schema, "Required.", "");
  }

  private static String whole(String title, JsonNode schema) {
    String meaning = schema.path("description").asString("");
    return meaning.isEmpty() ? "" : "\n" + title + ": " + meaning + "\n";
  }

  /// @param required said of a field that the schema requires
  /// @param other said of any other
  private static String fields(String title, JsonNode schema, String required, String other) {
    List<String> all = schema.path("required").valueStream().map(JsonNode::asString).toList();
    return rows(
        "| " + title + " | type | |\n|---|---|---|",
        schema.path("properties").properties().stream()
            .map(field ->
                "| %s | %s | %s |"
                    .formatted(
                        code(field.getKey()),
                        types(field.getValue()),
                        meaning(field.getValue(), all.contains(field.getKey()) ? required : other)))
            .toList());
  }

  private static String types(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isMissingNode()) {
      return "any";
    }
    return type.isArray()
        ? type.valueStream().map(JsonNode::asString).collect(Collectors.joining(" or "))
        : type.asString();
  }

  private static String meaning(JsonNode schema, String presence) {
    String words =
        schema
            .path("enum")
            .valueStream()
            .map(word -> code(word.asString()))
            .collect(Collectors.joining(", "));
    return List.of(
            presence,
            words.isEmpty() ? "" : "One of " + words + ".",
            schema.has("default") ? "Default " + code(schema.path("default").asString()) + "." : "",
            schema.path("description").asString(""))
        .stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String errors(Action action) {
    return rows(
        "| error | |\n|---|---|",
        errorsOf(action).entrySet().stream()
            .map(error -> "| %s | %s |".formatted(code(error.getKey()), error.getValue()))
            .toList());
  }

  /// What each code means.
  public static Map<String, String> errorsOf(Action action) {
    String file = action.descriptor().name() + ".json";
    return JsonTree.of(DescriptorFile.text(action.getClass(), file))
        .path("errors")
        .properties()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                error -> error.getValue().asString(),
                (one, _) -> one,
                LinkedHashMap::new));
  }

  private static String rows(String head, List<String> rows) {
    return rows.isEmpty() ? "" : "\n" + head + "\n" + String.join("\n", rows) + "\n";
  }

  private static String code(String word) {
    return "`" + word + "`";
  }
}

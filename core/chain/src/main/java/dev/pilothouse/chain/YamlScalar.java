package dev.pilothouse.chain;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a text without quotation marks means in YAML. A number is only what JSON writes as one:
/// `007`, `+49301234`, `0x1F` and `1_000` stay the texts that people see, and so do dates.
final class YamlScalar {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");
  private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
  private static final Pattern FALSE = Pattern.compile("false|False|FALSE");

  private YamlScalar() {}

  static JsonNode plain(String text) {
    return word(text).or(() -> JsonText.number(text)).orElseGet(() -> NODES.stringNode(text));
  }

  private static Optional<JsonNode> word(String text) {
    if (NOTHING.matcher(text).matches()) {
      return Optional.of(NODES.nullNode());
    }
    if (TRUE.matcher(text).matches()) {
      return Optional.of(NODES.booleanNode(true));
    }
    return FALSE.matcher(text).matches() ? Optional.of(NODES.booleanNode(false)) : Optional.empty();
  }
}

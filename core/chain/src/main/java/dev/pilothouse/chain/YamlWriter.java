package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Lays a tree out as YAML that people like to read: texts without quotation marks where they need
/// none, several lines as a block, small objects on one line.
final class YamlWriter {
  /// A key longer than this must be announced with a '?'.
  private static final int LONGEST_KEY = 1_000;

  private static final int LONGEST_FLOW = 60;
  private static final String STEP = "  ";

  private YamlWriter() {}

  static String write(JsonNode root) {
    List<String> lines = inline(root).map(List::of).orElseGet(() -> block(root, ""));
    return String.join("\n", lines) + "\n";
  }

  /// Below what stands in the line before, which is the head; each line as far right as that.
  private static List<String> block(JsonNode node, String head) {
    return switch (node.getNodeType()) {
      case OBJECT -> under(head, node.properties().stream().flatMap(YamlWriter::field).toList());
      case ARRAY -> under(head, node.valueStream().flatMap(YamlWriter::item).toList());
      default -> text(node.stringValue(), head);
    };
  }

  private static List<String> under(String head, List<String> lines) {
    return head.isEmpty() ? lines : Stream.concat(Stream.of(head), indented(lines)).toList();
  }

  private static Stream<String> indented(List<String> lines) {
    return lines.stream().map(line -> line.isEmpty() ? line : STEP + line);
  }

  private static Stream<String> field(Map.Entry<String, JsonNode> field) {
    String key = YamlQuotes.key(field.getKey());
    return key.length() > LONGEST_KEY
        ? Stream.concat(Stream.of("? " + key), value(":", field.getValue()))
        : value(key + ":", field.getValue());
  }

  private static Stream<String> value(String head, JsonNode value) {
    return inline(value)
        .map(inline -> Stream.of(head + " " + inline))
        .orElseGet(() -> block(value, head).stream());
  }

  /// The first line of what it holds stands behind the dash.
  private static Stream<String> item(JsonNode item) {
    if (item.isValueNode() || item.isEmpty() || (item.isArray() && inline(item).isPresent())) {
      return value("-", item);
    }
    List<String> lines = block(item, "");
    return Stream.concat(
        Stream.of("- " + lines.getFirst()), indented(lines.subList(1, lines.size())));
  }

  /// On one line, if it fits there.
  private static Optional<String> inline(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> flow("{ ", pairs(node), " }").or(() -> empty(node, "{}"));
      case ARRAY ->
          flow("[", node.valueStream().map(YamlWriter::bare), "]").or(() -> empty(node, "[]"));
      case STRING ->
          YamlBlocks.isNeeded(node.stringValue())
              ? Optional.empty()
              : Optional.of(YamlQuotes.value(node.stringValue()));
      default -> Optional.of(node.toString());
    };
  }

  private static Optional<String> empty(JsonNode node, String brackets) {
    return node.isEmpty() ? Optional.of(brackets) : Optional.empty();
  }

  private static Stream<Optional<String>> pairs(JsonNode object) {
    return object.properties().stream()
        .map(field ->
            bare(field.getValue())
                .filter(_ -> YamlQuotes.isBareWithinBraces(field.getKey()))
                .map(value -> field.getKey() + ": " + value));
  }

  /// A scalar that needs no quotation marks between braces.
  private static Optional<String> bare(JsonNode node) {
    if (node.isString()) {
      return Optional.of(node.stringValue()).filter(YamlQuotes::isBareWithinBraces);
    }
    return node.isValueNode() ? Optional.of(node.toString()) : Optional.empty();
  }

  private static Optional<String> flow(String open, Stream<Optional<String>> parts, String close) {
    List<Optional<String>> all = parts.limit(LONGEST_FLOW).toList();
    String inside = all.stream().flatMap(Optional::stream).collect(Collectors.joining(", "));
    boolean fits =
        !all.isEmpty()
            && all.stream().allMatch(Optional::isPresent)
            && inside.length() <= LONGEST_FLOW;
    return fits ? Optional.of(open + inside + close) : Optional.empty();
  }

  private static List<String> text(String text, String head) {
    List<String> lines = new ArrayList<>();
    YamlBlocks block = YamlBlocks.of(text);
    lines.add((head.isEmpty() ? "" : head + " ") + block.sign());
    indented(block.lines()).forEach(lines::add);
    return lines;
  }
}

package dev.pilothouse.chain;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A tree whose texts are full of what YAML could take for something else: all from one seed, so
/// that a failure can be seen again.
final class RandomTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> PIECES =
      List.of(
          "a",
          "Ada",
          "deal",
          "name",
          "on",
          "no",
          "yes",
          "true",
          "null",
          "~",
          "0",
          "7",
          "1.10",
          "007",
          "1e3",
          "+49",
          "0x1F",
          "2h",
          "12:30",
          "2026-12-01T09:00:00Z",
          ".5",
          ".inf",
          " ",
          "  ",
          "\n",
          "\n\n",
          "\t",
          "\r",
          "\r\n",
          ":",
          ": ",
          " #",
          "#",
          "-",
          "- ",
          "---",
          "...",
          "?",
          "? ",
          "[",
          "]",
          "{",
          "}",
          "${",
          "${event.subject}",
          ",",
          ", ",
          "&a",
          "*",
          "!",
          "!!",
          "|",
          ">",
          "'",
          "''",
          "\"",
          "\\",
          "\\n",
          "%",
          "@",
          "`",
          "<<",
          "=",
          "é",
          "ß",
          "👋🏽",
          "日本",
          "\u0000",
          "\u0007",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "\ud800",
          "\uffff",
          "\u200b",
          "a rather long run of words that goes on for a while",
          "x".repeat(120));

  private final Random random;

  RandomTree(long seed) {
    random = new Random(seed);
  }

  /// An object or a list, as a definition is.
  JsonNode node() {
    return random.nextInt(4) == 0 ? list(0) : object(0);
  }

  private JsonNode any(int depth) {
    return switch (random.nextInt(depth < 4 ? 10 : 7)) {
      case 0 -> NODES.numberNode(random.nextInt(-1000, 1000));
      case 1 -> JsonText.number(number()).orElseThrow();
      case 2 -> random.nextBoolean() ? NODES.nullNode() : NODES.booleanNode(random.nextBoolean());
      case 7 -> list(depth + 1);
      case 8, 9 -> object(depth + 1);
      default -> NODES.stringNode(text());
    };
  }

  private String number() {
    return random.nextLong()
        + Stream.of("", ".0", ".10", ".5e3", "e-7", "E+400").toList().get(random.nextInt(6));
  }

  private ArrayNode list(int depth) {
    ArrayNode list = NODES.arrayNode();
    IntStream.range(0, random.nextInt(5)).forEach(_ -> list.add(any(depth)));
    return list;
  }

  private ObjectNode object(int depth) {
    ObjectNode object = NODES.objectNode();
    IntStream.range(0, random.nextInt(5)).forEach(_ -> object.set(key(), any(depth)));
    return object;
  }

  private String key() {
    return random.nextInt(30) == 0 ? text().repeat(40) : text();
  }

  String text() {
    return IntStream.range(0, random.nextInt(6))
        .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
        .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
  }
}

package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Drafts as people leave them, half of them nonsense, and what they become by a few edits. Of few
/// words, so that steps resemble each other.
final class RandomDraft {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> KEYS =
      List.of(
          "id",
          "name",
          "do",
          "if",
          "wait",
          "then",
          "else",
          "steps",
          "on_error",
          "cases",
          "parallel",
          "timeout",
          "on",
          "event");
  private static final List<String> WORDS = List.of("a", "b", "step-1", "2h", "");

  private final Random random;

  RandomDraft(long seed) {
    random = new Random(seed);
  }

  JsonNode draft() {
    ObjectNode draft = NODES.objectNode();
    draft.set("on", random.nextInt(5) == 0 ? value(3) : list(3));
    draft.set("steps", random.nextInt(9) == 0 ? value(3) : list(0));
    return draft;
  }

  JsonNode edited(JsonNode draft) {
    JsonNode copy = draft.deepCopy();
    IntStream.range(0, random.nextInt(4)).forEach(_ -> edit(copy));
    return copy;
  }

  private void edit(JsonNode draft) {
    List<JsonNode> places = new ArrayList<>();
    containers(draft).forEach(places::add);
    switch (places.get(random.nextInt(places.size()))) {
      case ArrayNode list -> edit(list);
      case ObjectNode object when random.nextBoolean() -> object.set(key(), value(3));
      case ObjectNode object -> object.remove(key());
      default -> {}
    }
  }

  private void edit(ArrayNode list) {
    switch (random.nextInt(3)) {
      case 0 -> list.insert(random.nextInt(list.size() + 1), step(3));
      case 1 -> {
        if (!list.isEmpty()) {
          list.remove(random.nextInt(list.size()));
        }
      }
      default -> {
        List<JsonNode> items = new ArrayList<>(list.valueStream().toList());
        Collections.shuffle(items, random);
        list.removeAll().addAll(items);
      }
    }
  }

  private static Stream<JsonNode> containers(JsonNode node) {
    return node.isContainer()
        ? Stream.concat(Stream.of(node), node.valueStream().flatMap(RandomDraft::containers))
        : Stream.empty();
  }

  private ArrayNode list(int depth) {
    ArrayNode list = NODES.arrayNode();
    IntStream.range(0, random.nextInt(4))
        .forEach(_ -> list.add(random.nextInt(20) == 0 ? value(4) : step(depth)));
    return list;
  }

  private ObjectNode step(int depth) {
    ObjectNode step = NODES.objectNode();
    IntStream.range(0, random.nextInt(4)).forEach(_ -> step.set(key(), value(depth + 1)));
    return step;
  }

  private JsonNode value(int depth) {
    return switch (random.nextInt(depth < 4 ? 6 : 3)) {
      case 0 -> NODES.numberNode(random.nextInt(3));
      case 3, 4 -> list(depth);
      case 5 -> step(depth);
      default -> NODES.stringNode(word());
    };
  }

  private String key() {
    return KEYS.get(random.nextInt(KEYS.size()));
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}

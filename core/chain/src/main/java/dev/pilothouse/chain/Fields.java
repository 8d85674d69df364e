package dev.pilothouse.chain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// An object of a definition while it is read: what it holds under which path, and complaints about
/// what does not belong there.
final class Fields {
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final JsonNode object;
  private final String path;
  private final Problems problems;
  private List<String> strangers = List.of();

  Fields(JsonNode object, String path, Problems problems) {
    this.object = object;
    this.path = path;
    this.problems = problems;
  }

  String path() {
    return path;
  }

  static String under(String path, String key) {
    if (!PLAIN_KEY.matcher(key).matches()) {
      return path + "[\"" + key + "\"]";
    }
    return path.isEmpty() ? key : path + "." + key;
  }

  String pathOf(String key) {
    return under(path, key);
  }

  boolean has(String key) {
    return object.has(key);
  }

  /// Complains about every key that is none of these.
  Fields only(List<String> names) {
    strangers = object.propertyNames().stream().filter(key -> !names.contains(key)).toList();
    strangers.forEach(key -> unknown(key, names));
    return this;
  }

  /// Whether a key that does not belong here looks like this one, mistyped.
  boolean isMistyped(String key) {
    return strangers.stream().anyMatch(found -> NearName.of(found, List.of(key)).isPresent());
  }

  private void unknown(String key, List<String> names) {
    problems.addKey(
        pathOf(key),
        (names.isEmpty() ? "expected nothing here" : "expected one of " + String.join(", ", names))
            + ", but found '"
            + Shown.shortened(key)
            + "'.",
        NearName.of(key, names)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Take it out, or move it to where it belongs."));
  }

  Optional<JsonNode> value(String key) {
    return Optional.ofNullable(object.get(key));
  }

  /// Empty, with a complaint, where something else than text stands there.
  Optional<String> text(String key) {
    return value(key).filter(node -> isText(key, node)).map(JsonNode::stringValue);
  }

  private boolean isText(String key, JsonNode node) {
    if (!node.isString()) {
      problems.wrongKind(
          pathOf(key),
          "a text",
          Shown.kind(node),
          node.isContainer() ? "Write one text." : "Put it in quotation marks.");
    }
    return node.isString();
  }

  Optional<Fields> object(String key, String example) {
    return value(key)
        .filter(node -> isObject(pathOf(key), node, example))
        .map(node -> new Fields(node, pathOf(key), problems));
  }

  private boolean isObject(String at, JsonNode node, String example) {
    if (!node.isObject()) {
      problems.wrongKind(at, "an object", Shown.kind(node), "Write " + example + ".");
    }
    return node.isObject();
  }

  List<String> keys() {
    return List.copyOf(object.propertyNames());
  }

  /// One of these words; the first of them, with a complaint, for any other.
  String word(String key, List<String> words) {
    String word = text(key).orElse(words.getFirst());
    if (!words.contains(word)) {
      problems.add(
          pathOf(key),
          "expected '"
              + String.join("', '", words)
              + "', but found '"
              + Shown.shortened(word)
              + "'.",
          NearName.of(word, words)
              .map(near -> "Did you mean '" + near + "'?")
              .orElse("Choose one of them."));
      return words.getFirst();
    }
    return word;
  }

  Optional<Boolean> yesOrNo(String key) {
    return value(key).filter(node -> isYesOrNo(key, node)).map(JsonNode::booleanValue);
  }

  private boolean isYesOrNo(String key, JsonNode node) {
    if (!node.isBoolean()) {
      problems.wrongKind(pathOf(key), "true or false", Shown.kind(node), "Write true or false.");
    }
    return node.isBoolean();
  }

  /// Its items with their paths; empty, with a complaint, where no list stands there.
  List<Item> list(String key, String example) {
    return value(key)
        .filter(node -> isList(key, node, example))
        .map(node -> items(key, node))
        .orElse(List.of());
  }

  record Item(JsonNode node, String path) {}

  private boolean isList(String key, JsonNode node, String example) {
    if (!node.isArray()) {
      problems.wrongKind(pathOf(key), "a list", Shown.kind(node), "Write " + example + ".");
    }
    return node.isArray();
  }

  private List<Item> items(String key, JsonNode list) {
    return IntStream.range(0, list.size())
        .mapToObj(i -> new Item(list.get(i), pathOf(key) + "[" + i + "]"))
        .toList();
  }

  /// An item of a list as fields of its own.
  Optional<Fields> fieldsOf(Item item, String example) {
    return isObject(item.path(), item.node(), example)
        ? Optional.of(new Fields(item.node(), item.path(), problems))
        : Optional.empty();
  }

  /// One complaint is enough for a key that is there, but mistyped.
  void require(String key, String what, String example) {
    if (!object.has(key) && !isMistyped(key)) {
      problems.add(
          path,
          "expected '" + key + "' here, " + what + ", but it is missing.",
          "Write " + example + ".");
    }
  }
}

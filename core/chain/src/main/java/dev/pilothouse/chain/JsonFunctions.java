package dev.pilothouse.chain;

import static dev.pilothouse.chain.Kind.ANY;
import static dev.pilothouse.chain.Kind.LIST;
import static dev.pilothouse.chain.Kind.OBJECT;
import static dev.pilothouse.chain.Kind.OBJECTS;
import static dev.pilothouse.chain.Kind.PATH;
import static dev.pilothouse.chain.Kind.TEXT;
import static dev.pilothouse.chain.Kind.TEXTS;

import dev.cel.common.values.NullValue;
import dev.pilothouse.model.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `json.…`: objects and lists, and how they are written.
final class JsonFunctions {
  private static final String OBJECT_SHOWN = "{'a': 1, 'b': 2}";

  private JsonFunctions() {}

  static List<OurFunction> all() {
    return Stream.of(writing(), reading(), changing()).flatMap(List::stream).toList();
  }

  private static List<OurFunction> writing() {
    return List.of(
        OurFunction.named("json.parse")
            .taking("text", TEXT)
            .giving(ANY)
            .weighing(Weight.WHOLE.times(2))
            .does("The value that is written as JSON in a text.")
            .shown("json.parse('{\"a\": [1, 2]}').a[1]", "2")
            .by(JsonFunctions::parse),
        OurFunction.named("json.stringify")
            .taking("value", ANY)
            .giving(TEXT)
            .weighing(Weight.WHOLE)
            .does("The value written as JSON.")
            .shown("json.stringify({'a': [1, 'x']})", "\"{\\\"a\\\":[1,\\\"x\\\"]}\"")
            .by(JsonFunctions::stringify));
  }

  private static List<OurFunction> reading() {
    return List.of(
        OurFunction.named("json.get")
            .taking("value", ANY)
            .taking("path", PATH)
            .maybe("default", ANY)
            .giving(ANY)
            .weighing(Weight.TEXTS)
            .does("What stands at a path; where nothing stands there, the default, or nothing.")
            .shown("json.get({'to': [{'city': 'Kiel'}]}, 'to[0].city', 'unknown')", "\"Kiel\"")
            .by(JsonFunctions::get),
        OurFunction.named("json.keys")
            .taking("object", OBJECT)
            .giving(TEXTS)
            .does("The keys of an object, by the alphabet.")
            .shown("json.keys(" + OBJECT_SHOWN + ")", "[\"a\",\"b\"]")
            .by(given -> Lists.some(fields(given).map(Map.Entry::getKey))),
        OurFunction.named("json.values")
            .taking("object", OBJECT)
            .giving(LIST)
            .does("The values of an object, by the alphabet of their keys.")
            .shown("json.values(" + OBJECT_SHOWN + ")", "[1,2]")
            .by(given -> Lists.some(fields(given).map(Map.Entry::getValue))),
        OurFunction.named("json.entries")
            .taking("object", OBJECT)
            .giving(OBJECTS)
            .weighing(Weight.ONCE.times(2))
            .does("A list with key and value of each field, by the alphabet, for loops.")
            .shown("json.entries({'a': 1})", "[{\"key\":\"a\",\"value\":1}]")
            .by(given ->
                Lists.some(
                    fields(given)
                        .map(field ->
                            CelMap.of("key", field.getKey(), "value", field.getValue())))));
  }

  /// By their names, as the database gives them no other order that lasts.
  private static Stream<Map.Entry<String, Object>> fields(Given given) {
    return given.object(0).entrySet().stream()
        .map(field -> Map.entry(String.valueOf(field.getKey()), (Object) field.getValue()))
        .sorted(Map.Entry.comparingByKey());
  }

  private static List<OurFunction> changing() {
    return List.of(
        OurFunction.named("json.merge")
            .taking("object", OBJECT)
            .taking("other", OBJECT)
            .giving(OBJECT)
            .weighing(Weight.COMPARED.times(4))
            .does(
                "Both objects in one; of a key in both the other's value, where they are objects the two merged.")
            .shown(
                "json.merge({'a': {'x': 1}, 'b': 2}, {'a': {'y': 3}})",
                "{\"a\":{\"x\":1,\"y\":3},\"b\":2}")
            .by(given -> merged(given.object(0), given.object(1))),
        keyed("json.pick", "Only the fields with these keys.")
            .shown("json.pick(" + OBJECT_SHOWN + ", ['a', 'x'])", "{\"a\":1}")
            .by(given -> chosen(given, Set.copyOf(given.texts(1))::contains)),
        keyed("json.omit", "All but the fields with these keys.")
            .shown("json.omit(" + OBJECT_SHOWN + ", ['a'])", "{\"b\":2}")
            .by(given -> chosen(given, Predicate.not(Set.copyOf(given.texts(1))::contains))),
        OurFunction.named("json.set")
            .taking("object", OBJECT)
            .taking("key", TEXT)
            .taking("value", ANY)
            .giving(OBJECT)
            .does("The object with this value at this key.")
            .shown("json.set(" + OBJECT_SHOWN + ", 'b', 3)", "{\"a\":1,\"b\":3}")
            .by(given -> with(given.object(0), given.text(1), given.any(2))));
  }

  private static FunctionBuilder keyed(String name, String does) {
    return OurFunction.named(name)
        .taking("object", OBJECT)
        .taking("keys", TEXTS)
        .giving(OBJECT)
        .does(does);
  }

  private static Object parse(Given given) {
    return tree(given.text(0)).map(CelValues::of).orElseThrow(() -> given.refuse(0, "JSON"));
  }

  private static Optional<JsonNode> tree(String text) {
    try {
      return Optional.of(JsonText.parseStrictly(new Json(text)))
          .filter(Predicate.not(JsonNode::isMissingNode));
    } catch (JacksonException | IllegalArgumentException noJson) {
      return Optional.empty();
    }
  }

  private static Object stringify(Given given) {
    try {
      return CelValues.json(given.any(0)).toString();
    } catch (CelValues.NoJson noJson) {
      throw given.refuse(String.valueOf(noJson.getMessage()));
    }
  }

  private static Object get(Given given) {
    return FieldPath.of(given, 1)
        .in(given.any(0))
        .filter(found -> !(found instanceof NullValue))
        .orElseGet(() -> given.has(2) ? given.any(2) : NullValue.NULL_VALUE);
  }

  private static CelMap merged(Map<?, ?> object, Map<?, ?> other) {
    Map<String, Object> merged = copy(object);
    other.forEach(
        (key, value) -> merged.merge(String.valueOf(key), value, JsonFunctions::mergedValue));
    return new CelMap(merged);
  }

  private static Object mergedValue(Object value, Object other) {
    return value instanceof Map<?, ?> object && other instanceof Map<?, ?> second
        ? merged(object, second)
        : other;
  }

  private static CelMap chosen(Given given, Predicate<String> keys) {
    Map<String, Object> chosen = copy(given.object(0));
    chosen.keySet().removeIf(Predicate.not(keys));
    return new CelMap(chosen);
  }

  private static CelMap with(Map<?, ?> object, String key, Object value) {
    Map<String, Object> changed = copy(object);
    changed.put(key, value);
    return new CelMap(changed);
  }

  private static Map<String, Object> copy(Map<?, ?> object) {
    Map<String, Object> copy = LinkedHashMap.newLinkedHashMap(object.size());
    object.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }
}

package dev.pilothouse.chain;

import static java.util.Comparator.comparingInt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A run is walked with an event as it came and, after a crash, with the event as the database kept
/// it: what is worked out must be the same.
class KeptValuesTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "json.keys(event.data)",
        "json.values(event.data)",
        "json.entries(event.data)",
        "event.data.map(key, key)",
        "json.stringify(event.data)",
        "hash.sha256(json.stringify(event.data))",
        "event.data.zeta / 3",
        "event.data.zeta / 3.0",
        "event.data.zero",
        "string(event.data.round)",
      })
  void giveTheSameBeforeAndAfter(String expression) throws Exception {
    String sent =
        "{\"zeta\": 1e5, \"b\": 2, \"round\": 1200.0, \"zero\": -0.0, \"aa\": {\"y\": 1, \"x\": 2}}";
    assertThat(of(expression, sent)).isEqualTo(of(expression, asKept(sent)));
  }

  @Test
  void standInTheOrderOfTheAlphabet() throws Exception {
    assertThat(of("json.keys(event.data)", "{\"zeta\": 1, \"b\": 2, \"aa\": 3}"))
        .isEqualTo("[\"aa\",\"b\",\"zeta\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"30000000.0", "12345678901.0", "1.5E10 * 2.0", "0.1 + 0.2", "-20000000.0 - 0.0"})
  void stayNumbersWithAPoint(String reckoned) throws Exception {
    String written = of(reckoned, "{}");
    assertThat(of("type(event.data.n) == double", asKept("{\"n\": " + written + "}")))
        .isEqualTo("true");
  }

  @RepeatedTest(200)
  void areTheSameWhateverTheyAre() {
    String sent =
        new RandomJson(new Choices(new Random().ints(60, 0, 1_000).boxed().toList())).value();
    assertThat(CelValues.of(new Json(asKept(sent)))).isEqualTo(CelValues.of(new Json(sent)));
  }

  private static String of(String expression, String data) throws Exception {
    return Expression.compile(expression).json(Scope.of(Events.of("a", data))).toString();
  }

  /// As `jsonb` gives it back: fields by the length of their names and then by the alphabet,
  /// numbers without an exponent.
  private static String asKept(String json) {
    return asKept(JsonText.parse(new Json(json))).toString();
  }

  private static JsonNode asKept(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> array(node);
      case NUMBER -> NODES.numberNode(new BigDecimal(node.decimalValue().toPlainString()));
      default -> node;
    };
  }

  private static JsonNode object(JsonNode node) {
    ObjectNode kept = NODES.objectNode();
    node.properties().stream()
        .sorted(
            comparingInt((Map.Entry<String, JsonNode> field) -> bytes(field).length)
                .thenComparing(KeptValuesTest::bytes, Arrays::compareUnsigned))
        .forEach(field -> kept.set(field.getKey(), asKept(field.getValue())));
    return kept;
  }

  private static byte[] bytes(Map.Entry<String, JsonNode> field) {
    return field.getKey().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode array(JsonNode node) {
    ArrayNode kept = NODES.arrayNode();
    node.forEach(item -> kept.add(asKept(item)));
    return kept;
  }
}

package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LearntShapeTest {
  private static final int LARGEST = 96 * 1024;

  @Test
  void saysWhatHasComeAndWhatAlwaysDid() {
    assertThat(
            schema(
                "{\"amount\": 12, \"customer\": {\"name\": \"Acme\"}, \"vip\": true}",
                "{\"amount\": 12.5, \"customer\": {\"name\": \"Bolt\", \"city\": \"Ulm\"}, \"vip\": null}"))
        .isEqualTo(
            JsonText.parse(
                new Json(
                    """
                    {"type": "object", "properties": {
                      "amount": {"type": "number", "examples": [12, 12.5]},
                      "customer": {"type": "object", "properties": {
                        "city": {"type": "string", "examples": ["Ulm"]},
                        "name": {"type": "string", "examples": ["Acme", "Bolt"]}}, "required": ["name"]},
                      "vip": {"type": ["boolean", "null"]}},
                     "required": ["amount", "customer", "vip"]}\
                    """)));
  }

  @Test
  void looksIntoTheItemsOfLists() {
    JsonNode lines =
        schema("{\"lines\": [{\"sku\": \"a\", \"n\": 1}, {\"sku\": \"b\"}]}", "{\"lines\": []}");

    assertThat(lines.at("/properties/lines/items/required").toString()).isEqualTo("[\"sku\"]");
    assertThat(lines.at("/properties/lines/items/properties/n/type").asString())
        .isEqualTo("integer");
  }

  @Test
  void takesWhatIsNoObjectForWhatItIs() {
    assertThat(schema("[1, \"a\"]").toString()).contains("\"array\"", "\"integer\"", "\"string\"");
    assertThat(schema("null", "7").toString()).contains("\"integer\"", "\"null\"");
    assertThat(LearntShape.NONE.schema().text()).isEqualTo("{}");
    assertThat(
            LearntShape.NONE.with(List.of(new EventData.Raw("text/csv", "YSxi"))).schema().text())
        .contains("content_type", "text/csv", "base64")
        .doesNotContain("YSxi");
  }

  @Test
  void namesValuesOnlyWhileTheyAreFewAndShort() {
    String[] many =
        IntStream.rangeClosed(1, ShapeNode.MOST_VALUES + 1)
            .mapToObj("{\"stage\": \"s%d\"}"::formatted)
            .toArray(String[]::new);

    assertThat(schema(Arrays.copyOf(many, ShapeNode.MOST_VALUES)).at("/properties/stage/examples"))
        .hasSize(ShapeNode.MOST_VALUES);
    assertThat(schema(many).at("/properties/stage").has("examples")).isFalse();
    assertThat(
            schema("{\"text\": \"" + "x".repeat(41) + "\"}").at("/properties/text").has("examples"))
        .isFalse();
  }

  @Test
  void isTheSameWhenItIsReadAgain() {
    LearntShape shape = learnt("{\"a\": [1, {\"b\": \"c\"}]}", "{\"d\": null}", "\"text\"");

    LearntShape again = LearntShape.read(shape.stored());

    assertThat(again.schema()).isEqualTo(shape.schema());
    assertThat(again.with(data("{\"a\": 1}")).stored())
        .isEqualTo(shape.with(data("{\"a\": 1}")).stored());
  }

  // ------------------------------------------------------------------ hostile senders

  @Test
  void keepsItsBoundsWhateverComes() {
    String wide =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "\"%s%d\": {\"a\": \"%s\"}".formatted("k".repeat(80), i, "v".repeat(40)))
            .collect(Collectors.joining(", ", "{", "}"));
    String deep = "{\"a\": ".repeat(400) + "1" + "}".repeat(400);
    String lists = "[".repeat(400) + "]".repeat(400);
    String longName = "{\"%s\": 1}".formatted("n".repeat(10_000));

    LearntShape shape = learnt(wide, deep, lists, longName, wide.replace("kk", "jj"));

    assertThat(shape.stored().text().length()).isLessThan(LARGEST);
    assertThat(shape.schema().text().length()).isLessThan(LARGEST);
    assertThat(shape.schema().text()).doesNotContain("nnnnn");
  }

  @Test
  void isNotPushedOutByWhatComesLater() {
    LearntShape known = learnt("{\"amount\": 1, \"customer\": {\"name\": \"Acme\"}}");
    String flood =
        IntStream.range(0, 1_000)
            .mapToObj("\"k%d\": 1"::formatted)
            .collect(Collectors.joining(", ", "{", "}"));

    LearntShape flooded = known.with(data(flood));

    JsonNode schema = JsonText.parse(flooded.schema());
    assertThat(schema.path("properties").has("amount")).isTrue();
    assertThat(schema.at("/properties/customer/properties").has("name")).isTrue();
    assertThat(schema.path("properties").size()).isLessThanOrEqualTo(ShapeNode.MOST_FIELDS);
  }

  // ------------------------------------------------------------------ names nearly right

  @Test
  void knowsWhichFieldWasMeant() {
    LearntShape shape = learnt("{\"amount\": 1, \"lines\": [{\"quantity\": 2}]}");

    assertThat(shape.mistyped(List.of("amuont")))
        .hasValue(new LearntShape.Mistyped("amuont", "amount"));
    assertThat(shape.mistyped(List.of("lines", "[0]", "quantiti")))
        .hasValue(new LearntShape.Mistyped("quantiti", "quantity"));
    assertThat(shape.mistyped(List.of("amount"))).isEmpty();
    assertThat(shape.mistyped(List.of("region"))).isEmpty();
    assertThat(shape.mistyped(List.of("region", "name"))).isEmpty();
  }

  @Test
  void saysNothingWhereItHasNotKeptAllFields() {
    String wide =
        IntStream.range(0, 100)
            .mapToObj("\"field%d\": 1"::formatted)
            .collect(Collectors.joining(", ", "{", "}"));

    assertThat(learnt(wide).mistyped(List.of("feld7"))).isEmpty();
  }

  private static JsonNode schema(String... events) {
    return JsonText.parse(learnt(events).schema());
  }

  private static LearntShape learnt(String... events) {
    return LearntShape.NONE.with(data(events));
  }

  private static List<EventData> data(String... events) {
    return Arrays.stream(events)
        .<EventData>map(text -> new EventData.Parsed(new Json(text)))
        .toList();
  }
}

package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pilothouse.chain.ConditionExplained.Seen;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The examples stand in `conditions-explained.json`.
class ConditionExplainedTest {
  record Example(JsonNode node) {
    @Override
    public String toString() {
      return node.path("name").asString();
    }
  }

  static Stream<Example> examples() {
    return JsonText.parse(Resources.read(Resources.folder("/conditions-explained.json")))
        .valueStream()
        .map(Example::new);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void saysWhatTheExampleSays(Example example) throws ExpressionMistakes {
    JsonNode node = example.node();
    String when = node.path("when").asString();
    NewEntry entry = entry(node);

    Optional<ConditionExplained> explained = ConditionExplained.of(when, entry);

    assertThat(explained.isEmpty())
        .isEqualTo(new Trigger.OnEvent("*", Optional.of(Expression.compile(when))).accepts(entry));
    assertThat(explained.map(ConditionExplained::sentence))
        .isEqualTo(node.optional("says").map(JsonNode::asString));
    assertThat(explained.map(ConditionExplained::saw).stream().flatMap(seen -> seen.stream()))
        .extracting(Seen::path, seen -> seen.value().map(Json::text))
        .containsExactlyElementsOf(
            node.path("saw").properties().stream()
                .map(seen ->
                    tuple(
                        seen.getKey(),
                        Optional.of(seen.getValue())
                            .filter(JsonNode::isString)
                            .map(JsonNode::stringValue)))
                .toList());
  }

  private static NewEntry entry(JsonNode example) {
    NewEntry plain = Events.of("crm.deal.won", text(example.path("data")));
    return example.has("before")
        ? new NewEntry(
            plain.id(),
            plain.tenant(),
            plain.event(),
            Optional.of(
                new NewEntry.Change(
                    new Json(text(example.path("before"))), new Json(text(example.path("after"))))),
            plain.actor(),
            plain.cause())
        : plain;
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? "null" : node.toString();
  }
}

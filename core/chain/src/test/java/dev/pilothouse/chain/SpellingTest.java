package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.WrittenText;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class SpellingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "text: one ${event.X} two",
        "text: one\n  ${event.X} two",
        "text: 'it''s ''one'' ${event.X}'",
        "text: \"a \\\"quoted\\\" \\u00e9\\U0001F44B \\x41 ${event.X}\"",
        "text: \"over\n\n    two \\\n    lines ${event.X}\"",
        "text: |\n    first\n\n    ${event.X}\n",
        "text: |2-\n    first\n      ${event.X}",
        "text: >\n  first\n  second\n\n    indented ${event.X}\n",
        "text: >-\r\n  first\r\n  ${event.X}\r\n",
        "{ text: \"👋🏽 ${event.X}\" }",
        "text: [x, \"${event.X}\"]",
      })
  void findsAWordInEveryWayOfWritingYaml(String yaml) {
    assertThat(wordAt(new WrittenText(SourceFormat.YAML, yaml))).isEqualTo("X");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\": \"${event.X}\"}",
        "{\"text\":\n\"a\\tb\\\\ \\u0041 \\ud83d\\udc4b\\/ ${event.X}\"}",
        "{\"text\": [1, \"é 👋🏽 ${event.X}\"]}",
      })
  void findsAWordInEveryWayOfWritingJson(String json) {
    assertThat(wordAt(new WrittenText(SourceFormat.JSON, json))).isEqualTo("X");
  }

  private static String wordAt(WrittenText written) {
    SourceTree tree = DefinitionLayout.parse(written);
    boolean list = tree.root().get("text").isArray();
    String text =
        list ? tree.root().at("/text/1").stringValue() : tree.root().get("text").stringValue();
    Place place = tree.places().within(list ? "text[1]" : "text", text.indexOf('X'));
    String line = written.text().lines().toList().get(place.line() - 1);
    assertThat(line.substring(line.offsetByCodePoints(0, place.column() - 1))).startsWith("X");
    return place.words();
  }

  /// Blanks aside: where lines are folded, one blank stands for many.
  @Test
  void findsEveryCharacterOfAnyText() {
    for (long seed = 0; seed < 3_000; seed++) {
      String text = new RandomTree(seed).text();
      String written = YamlWriter.write(JsonNodeFactory.instance.objectNode().put("key", text));
      Spot spot = spotOfKey(written);
      for (int i : visible(text)) {
        Span found = Spelling.of(written, spot).place(i);
        assertThat(written.charAt(found.from()))
            .as("seed %d, character %d of %s in%n%s", seed, i, text, written)
            .isIn(text.charAt(i), '\\');
      }
    }
  }

  private static int[] visible(String text) {
    return IntStream.range(0, text.stripTrailing().length())
        .filter(i -> !Character.isWhitespace(text.charAt(i)))
        .toArray();
  }

  private static Spot spotOfKey(String yaml) {
    return YamlDocument.read(new SourceText(yaml)).places().root().fields().firstEntry().getValue();
  }
}

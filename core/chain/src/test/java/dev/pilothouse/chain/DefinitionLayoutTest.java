package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.WrittenText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DefinitionLayoutTest {
  private static final DefinitionReader READER = new DefinitionReader(new FewActions());

  static List<Path> goodDefinitions() {
    return Resources.goodDefinitions();
  }

  @ParameterizedTest
  @MethodSource("goodDefinitions")
  void saysTheSameInJsonAndInYaml(Path file) {
    Json json = READER.read(Resources.written(file)).json();
    for (SourceFormat format : SourceFormat.values()) {
      WrittenText written = DefinitionLayout.write(json, format);
      assertThat(READER.read(written).json()).as(written.text()).isEqualTo(json);
      assertThat(READER.read(written).warnings()).isEmpty();
      assertThat(DefinitionLayout.write(json, format)).isEqualTo(written);
    }
  }

  @Test
  void givesTheSameJsonHoweverTheTextIsLaidOut() {
    WrittenText json =
        new WrittenText(
            SourceFormat.JSON,
            """
            {"steps": [{"wait": "2h", "id": "nap"}], "on": [{"event": "crm.deal.won"}],
             "name": "A"}
            """);
    WrittenText yaml =
        new WrittenText(
            SourceFormat.YAML,
            """
            # a comment
            name: 'A'
            on: [ { event: crm.deal.won } ]
            steps:
            - wait: 2h
              id: "nap"
            """);
    assertThat(READER.read(json).json())
        .isEqualTo(READER.read(yaml).json())
        .isEqualTo(
            new Json(
                "{\"name\":\"A\",\"on\":[{\"event\":\"crm.deal.won\"}],\"steps\":[{\"id\":\"nap\",\"wait\":\"2h\"}]}"));
  }

  @Test
  void isReadLikeAPage() {
    Json json = READER.read(Resources.written(Resources.file("layout/as-sent.json"))).json();
    assertThat(DefinitionLayout.write(json, SourceFormat.YAML).text())
        .isEqualTo(Resources.read(Resources.file("layout/as-laid-out.yaml")).text());
    assertThat(DefinitionLayout.write(json, SourceFormat.JSON).text())
        .isEqualTo(Resources.read(Resources.file("layout/as-laid-out.json")).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      value = {
        "application/json           | name: A       | JSON",
        "application/yaml           | {}            | YAML",
        "text/yaml; charset=utf-8   | {}            | YAML",
        "application/x-yaml         | {}            | YAML",
        "application/merge-patch+json | name: A     | JSON",
        "text/plain                 | {\"name\": 1} | JSON",
        "''                         | ' [1]'        | JSON",
        "''                         | name: A       | YAML",
        "''                         | ''            | YAML",
      })
  void isToldByTheSenderOrElseByItsBeginning(String type, String text, SourceFormat format) {
    assertThat(DefinitionLayout.formatOf(type, text)).isEqualTo(format);
  }

  @ParameterizedTest
  @EnumSource(SourceFormat.class)
  void isLosslessForAnyTree(SourceFormat format) {
    for (long seed = 0; seed < 3_000; seed++) {
      JsonNode tree = new RandomTree(seed).node();
      String text = DefinitionLayout.write(JsonText.of(tree), format).text();
      SourceTree read = DefinitionLayout.parse(new WrittenText(format, text));
      assertThat(read.root().toString())
          .as("seed %d:%n%s", seed, text)
          .isEqualTo(KeyOrder.of(tree).toString());
      assertThat(read.complaints()).as("seed %d:%n%s", seed, text).isEmpty();
    }
  }
}

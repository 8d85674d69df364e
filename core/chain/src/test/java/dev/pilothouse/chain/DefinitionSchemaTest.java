package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pilothouse.model.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DefinitionSchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(DefinitionSchema.json().text());
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "", Names.OF_DEFINITION,
          "trigger", Names.OF_TRIGGER,
          "concurrency", Names.OF_CONCURRENCY,
          "do", Names.OF_DO,
          "if", Names.OF_IF,
          "wait", Names.OF_WAIT,
          "stop", Names.OF_STOP,
          "retry", Names.OF_RETRY,
          "idempotency", Names.OF_IDEMPOTENCY,
          "ending", Names.OF_ENDING);

  static List<Path> goodDefinitions() {
    return Resources.goodDefinitions();
  }

  @ParameterizedTest
  @MethodSource("goodDefinitions")
  void fitsEveryGoodDefinition(Path file) {
    assertThat(violations(Resources.read(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("goodDefinitions")
  void isFollowedByTheReader(Path file) {
    assertThat(new DefinitionReader(new FewActions()).read(Resources.read(file)).name())
        .isNotEmpty();
  }

  @Test
  void hasTheKeysThatTheReaderKnowsAndNoOther() {
    JsonNode schema = JsonText.parse(DefinitionSchema.json());
    KEYS.forEach((name, keys) ->
        assertThat(definition(schema, name).get("properties").propertyNames())
            .as(name)
            .containsExactlyInAnyOrderElementsOf(keys));
  }

  @Test
  void refusesAnUnknownKeyAsTheReaderDoes() {
    Json misspelt = new Json("{\"name\": \"a\", \"on\": [], \"steps\": [], \"step\": []}");
    assertThat(violations(misspelt)).isNotEmpty();
    assertThatThrownBy(() -> new DefinitionReader(new FewActions()).read(misspelt))
        .isInstanceOf(DefinitionProblems.class);
  }

  private static JsonNode definition(JsonNode schema, String name) {
    return name.isEmpty() ? schema : schema.get("$defs").get(name);
  }

  private static List<Error> violations(Json definition) {
    return SCHEMA.validate(definition.text(), InputFormat.JSON);
  }
}

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
      Map.ofEntries(
          Map.entry("", Names.OF_DEFINITION),
          Map.entry("event", Names.OF_EVENT),
          Map.entry("manual", Names.OF_MANUAL),
          Map.entry("api", Names.OF_API),
          Map.entry("concurrency", Names.OF_CONCURRENCY),
          Map.entry("throttle", Names.OF_THROTTLE),
          Map.entry("dedupe", Names.OF_DEDUPE),
          Map.entry("on_failure", Names.OF_ON_FAILURE),
          Map.entry("do", Names.OF_DO),
          Map.entry("if", Names.OF_IF),
          Map.entry("switch", Names.OF_SWITCH),
          Map.entry("for_each", Names.OF_FOR_EACH),
          Map.entry("in_parallel", Names.OF_PARALLEL),
          Map.entry("set", Names.OF_SET),
          Map.entry("call", Names.OF_CALL),
          Map.entry("wait", Names.OF_WAIT),
          Map.entry("until", Names.OF_UNTIL),
          Map.entry("awaited", Names.OF_AWAITED),
          Map.entry("stop", Names.OF_STOP),
          Map.entry("retry", Names.OF_RETRY),
          Map.entry("idempotency", Names.OF_IDEMPOTENCY),
          Map.entry("ending", Names.OF_ENDING));

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

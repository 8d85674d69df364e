package dev.pilothouse.actions.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.pilothouse.model.Json;
import dev.pilothouse.spi.SchemaCheck.Misfit;
import dev.pilothouse.spi.SchemaCheck.UnusableSchema;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorsSchemasTest {
  private final AuthorsSchemas schemas = new AuthorsSchemas();

  @Test
  void letsPassWhatFits() throws UnusableSchema {
    assertThat(misfits("{}", "{\"any\": 1}")).isEmpty();
    assertThat(misfits("{\"properties\": {\"n\": {\"type\": \"number\"}}}", "{\"n\": 1.5}"))
        .isEmpty();
  }

  @Test
  void namesEveryPlaceThatDoesNotFit() throws UnusableSchema {
    assertThat(
            misfits(
                """
                {"type": "object", "required": ["customer"], "properties": {
                  "lines": {"type": "array", "items": {"type": "object", "properties": {"n": {"type": "integer"}}}}}}\
                """,
                "{\"lines\": [{\"n\": 1}, {\"n\": \"two\"}]}"))
        .containsExactlyInAnyOrder(
            new Misfit(
                "input.lines[1].n",
                "Expected a whole number at 'input.lines[1].n', but found a text."),
            new Misfit("input.customer", "Expected a value at 'input.customer', but found none."));
  }

  @Test
  void readsWhatASchemaDefinesWithinItself() throws UnusableSchema {
    assertThat(
            misfits(
                """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#/$defs/who",
                 "$defs": {"who": {"required": ["name"]}}}\
                """,
                "{}"))
        .extracting(Misfit::path)
        .containsExactly("input.name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"$ref\": \"http://127.0.0.1:1/schema.json\"}",
        "{\"$ref\": \"https://127.0.0.1:1/json-schema.org/draft\"}",
        "{\"$ref\": \"classpath:dev/pilothouse/actions/http/http.request.json\"}",
        "{\"$ref\": \"#/$defs/missing\"}",
        "{\"properties\": {\"a\": {\"pattern\": \"(\"}}}",
        "{\"$ref\": \"#\"}"
      })
  void saysThatASchemaCannotBeUsed(String schema) {
    assertThatThrownBy(() -> misfits(schema, "{\"a\": \"b\"}")).isInstanceOf(UnusableSchema.class);
  }

  @Test
  void spendsNoTimeOnAPatternThatTriesEverything() {
    String text = "a".repeat(50_000) + "!";

    assertTimeout(
        Duration.ofMinutes(1),
        () ->
            assertThat(
                    misfits(
                        "{\"properties\": {\"a\": {\"pattern\": \"^(a+)+$\"}}}",
                        "{\"a\": \"" + text + "\"}"))
                .hasSize(1));
  }

  private List<Misfit> misfits(String schema, String value) throws UnusableSchema {
    return schemas.misfits(new Json(schema), new Json(value), "input");
  }
}

package dev.pilothouse.actions.schema;

import com.google.re2j.Pattern;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.SchemaCheck;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Checks against schemas that stand in definitions. They are written by users: nothing is fetched
/// for them, neither from a network nor from our own files, and their patterns take a time that
/// grows with the text and no faster. None is kept: reading one costs less than what follows a
/// check.
public final class AuthorsSchemas implements SchemaCheck {
  /// Where the standard's own schemas live; the validator brings them along.
  private static final String STANDARD = "json-schema.org/draft";

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemaCacheEnabled(false)
                  .schemaLoader(loader -> loader.block(iri -> !iri.toString().contains(STANDARD)))
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder()
                          .locale(Locale.ENGLISH)
                          .regularExpressionFactory(AuthorsSchemas::pattern)
                          .build()));

  /// Whatever the validator makes of a schema that is none: it is the author's mistake.
  @Override
  public List<Misfit> misfits(Json schema, Json value, String name) throws UnusableSchema {
    try {
      JsonNode tree = JsonTree.of(schema);
      return registry.getSchema(tree).validate(JsonTree.of(value)).stream()
          .map(error -> new SchemaError(error, tree, name).fault())
          .map(fault -> new Misfit(fault.path(), fault.message()))
          .toList();
    } catch (RuntimeException mistake) {
      throw new UnusableSchema(String.valueOf(mistake.getMessage()));
    } catch (StackOverflowError endless) {
      throw new UnusableSchema("it refers to itself without an end");
    }
  }

  private static RegularExpression pattern(String text) {
    Pattern pattern = Pattern.compile(text);
    return value -> pattern.matcher(value).find();
  }
}

package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The published form of a definition, as JSON Schema of draft 2020-12. It says less than the
/// reader: whether an expression is right, only the reader knows.
public final class DefinitionSchema {
  private static final String RESOURCE = "definition.schema.json";

  private DefinitionSchema() {}

  public static Json json() {
    try (InputStream resource =
        Objects.requireNonNull(DefinitionSchema.class.getResourceAsStream(RESOURCE))) {
      return new Json(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadableJar) {
      throw new UncheckedIOException(unreadableJar);
    }
  }
}

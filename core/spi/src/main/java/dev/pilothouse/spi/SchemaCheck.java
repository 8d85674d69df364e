package dev.pilothouse.spi;

import dev.pilothouse.model.Json;
import java.util.List;

/// Holds a value against a JSON Schema that an author wrote. A schema refers to nothing outside
/// itself, whatever it says, and no schema keeps its caller busy for long.
public interface SchemaCheck {
  /// All that is wrong, in words for people; nothing where it fits.
  ///
  /// @param name what the value is called, where paths begin
  /// @throws UnusableSchema where the schema itself is wrong
  List<Misfit> misfits(Json schema, Json value, String name) throws UnusableSchema;

  /// @param path such as `input.customer.mail` or `with.to[0]`
  /// @param sentence names the path too
  record Misfit(String path, String sentence) {}

  /// Nothing can be held against it.
  final class UnusableSchema extends Exception {
    private static final long serialVersionUID = 1L;

    public UnusableSchema(String reason) {
      super(reason);
    }

    public String reason() {
      return String.valueOf(getMessage());
    }
  }
}

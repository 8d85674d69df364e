package dev.pilothouse.actions.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pilothouse.model.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The JSON Schema of an action's input, compiled once. Refers to nothing outside itself.
public final class InputSchema {
  private final JsonNode tree;
  private final Schema schema;

  private InputSchema(JsonNode tree) {
    this.tree = tree;
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(tree);
  }

  public static InputSchema of(Json schema) {
    return new InputSchema(JsonTree.of(schema));
  }

  /// The input as a tree that holds the types its schema names.
  public JsonNode read(Json filledIn) throws InvalidInput {
    return read(filledIn, "with");
  }

  /// @param name what the author calls this part of the step
  public JsonNode read(Json filledIn, String name) throws InvalidInput {
    JsonNode input = JsonTree.of(filledIn);
    List<InputFault> faults = faults(input, name);
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
    return input;
  }

  List<InputFault> faults(JsonNode input, String name) {
    return schema.validate(input).stream().map(error -> fault(error, name)).toList();
  }

  /// What an expression will give is not known yet: a text that holds one is of every type.
  List<InputFault> faultsBeforeFillingIn(JsonNode input, String name) {
    return schema.validate(input).stream()
        .filter(error -> !isExpression(error.getInstanceNode()))
        .map(error -> fault(error, name))
        .toList();
  }

  private InputFault fault(Error error, String name) {
    return new SchemaError(error, tree, name).fault();
  }

  private static boolean isExpression(JsonNode value) {
    return value.isString() && value.stringValue().contains("${");
  }
}

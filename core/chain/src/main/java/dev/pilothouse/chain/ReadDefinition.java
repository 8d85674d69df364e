package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import java.util.List;

/// A definition that can be carried out.
///
/// @param json what the author's text says, in JSON: the same however it was laid out, and so what
///   a version is known by
/// @param warnings what is likely wrong with it
public record ReadDefinition(Definition definition, Json json, List<Problem> warnings) {
  public ReadDefinition {
    warnings = List.copyOf(warnings);
  }
}

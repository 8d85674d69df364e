package dev.pilothouse.chain;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// A text that was read, before anyone asks what its words mean.
///
/// @param complaints about its form, each with its place
record SourceTree(JsonNode root, Places places, List<Problem> complaints) {
  SourceTree {
    complaints = List.copyOf(complaints);
  }
}

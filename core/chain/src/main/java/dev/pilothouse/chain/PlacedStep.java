package dev.pilothouse.chain;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A step as it is written, and where it stands.
///
/// @param id given by its author, or derived from its place
/// @param named whether its author gave it the id
/// @param node with the steps within it
/// @param index in its list
record PlacedStep(String id, boolean named, JsonNode node, StepList list, int index) {
  /// A list of steps.
  ///
  /// @param owner id of the step it stands in; empty for the chain itself
  /// @param slot under which key, such as `then` or `cases/won`
  record StepList(String owner, String slot) {
    static final StepList CHAIN = new StepList("", "");

    String path() {
      return owner.isEmpty()
          ? Pointer.of("steps")
          : Pointer.of("steps", owner) + Pointer.of(slot.split("/", 2));
    }

    /// As a sentence goes on: ` of 'then' in 'large'`.
    String words() {
      return owner.isEmpty()
          ? ""
          : " of '" + slot.substring(slot.indexOf('/') + 1) + "' in '" + owner + "'";
    }
  }

  String path() {
    return Pointer.of("steps", id);
  }

  String kind() {
    return Names.STEP_KINDS.stream().filter(node::has).findFirst().orElse("step");
  }

  /// What it does, by which a step without an id is known again.
  String headline() {
    return kind() + " " + node.path(kind());
  }

  /// Without its id, by which a step is known again whose author renamed it.
  JsonNode content() {
    return node instanceof ObjectNode object ? object.deepCopy().without("id") : node;
  }

  /// As a sentence names it: by its id, else by its name, else by its place.
  String called() {
    return "'" + (named ? id : node.path("name").stringValue(id)) + "'";
  }

  /// With what it is.
  String described() {
    return called() + " (" + DiffWords.shortened(what()) + ")";
  }

  private String what() {
    JsonNode value = node.path(kind());
    if (kind().equals("do")) {
      return value.stringValue("do");
    }
    return named || !value.isString() ? kind() : kind() + " " + value.stringValue();
  }
}

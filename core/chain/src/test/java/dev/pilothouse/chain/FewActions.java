package dev.pilothouse.chain;

import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A catalogue of a few actions; `task.create` wants a title.
final class FewActions implements ActionCatalogue {
  private static final Map<String, Json> OUTPUTS =
      Map.of(
          "task.create",
          new Json(
              """
              {"type": "object", "required": ["id", "title"], "properties": {
                "id": {"type": "string"}, "title": {"type": "string"}, "due": {"type": "string"}}}\
              """),
          "http.request",
          new Json(
              """
              {"type": "object", "required": ["status", "headers", "body"], "additionalProperties": false, "properties": {
                "status": {"type": "integer"}, "headers": {"type": "object", "additionalProperties": {"type": "string"}},
                "body": {}}}\
              """),
          "transform",
          new Json("{\"x-same-as\": \"input\"}"));

  @Override
  public Set<String> names() {
    return Set.of("task.create", "mail.send", "http.request", "transform");
  }

  @Override
  public Set<EffectClass> classes(String action, JsonNode with) {
    return switch (action) {
      case "mail.send" -> Set.of(EffectClass.ONCE);
      case "http.request" -> ofRequest(with.path("method").asString("GET"));
      case "task.create" -> Set.of(EffectClass.TRANSACTIONAL);
      default -> Set.of();
    };
  }

  private static Set<EffectClass> ofRequest(String method) {
    Set<EffectClass> classes =
        EnumSet.of(EffectClass.KEYED, EffectClass.RECONCILABLE, EffectClass.ONCE);
    if (method.startsWith("${")) {
      classes.add(EffectClass.PURE);
    }
    return method.equals("GET") ? Set.of(EffectClass.PURE) : classes;
  }

  @Override
  public Optional<Json> outputSchema(String action) {
    return Optional.ofNullable(OUTPUTS.get(action));
  }

  @Override
  public List<Problem> checkInput(String action, JsonNode with, String path) {
    return action.equals("task.create") && !with.has("title")
        ? List.of(
            new Problem(
                path + ".title",
                "expected a title of the task, but it is missing.",
                "Write \"title\": \"...\"."))
        : List.of();
  }
}

package dev.pilothouse.chain;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A catalogue of a few actions; `task.create` wants a title.
final class FewActions implements ActionCatalogue {
  @Override
  public Set<String> names() {
    return Set.of("task.create", "mail.send", "http.request", "transform");
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

package dev.pilothouse.builderapi;

import dev.pilothouse.chain.ActionCatalogue;
import dev.pilothouse.chain.Problem;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The names of the actions there are, and no opinion on their input.
final class SomeActions implements ActionCatalogue {
  @Override
  public Set<String> names() {
    return Set.of("transform", "task.create", "crm.update_deal", "mail.send", "http.request");
  }

  @Override
  public List<Problem> checkInput(String action, JsonNode with, String path) {
    return List.of();
  }
}

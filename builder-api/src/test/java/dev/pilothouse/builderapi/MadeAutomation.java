package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.BUILDER;
import static dev.pilothouse.model.Role.VIEWER;

import java.util.UUID;

/// An automation made by its API, under a name of its own.
///
/// @param path `/v1/automations/…`
record MadeAutomation(ApiServer api, String name, String path) {
  static final String AUTOMATIONS = "/v1/automations";

  static MadeAutomation in(ApiServer api) {
    String name = "Onboard " + UUID.randomUUID();
    Reply made = api.postJson(BUILDER, AUTOMATIONS, definition(name, "Hello"));
    return new MadeAutomation(api, name, made.header("Location"));
  }

  static String definition(String name, String text) {
    return """
    {"name": "%s", "on": [{"event": "crm.deal.won"}],
     "steps": [{"id": "greet", "do": "transform", "with": {"text": "%s"}}]}\
    """
        .formatted(name, text);
  }

  String saying(String text) {
    return definition(name, text);
  }

  String id() {
    return path.substring(AUTOMATIONS.length() + 1);
  }

  Reply get(String more) {
    return api.get(VIEWER, path + more);
  }

  Reply post(String more, String body) {
    return api.postJson(BUILDER, path + more, body);
  }

  String tag() {
    return get("").header("ETag");
  }

  Reply save(String definition) {
    return api.put(BUILDER, path + "/draft", tag(), definition);
  }

  /// Saves and publishes a version that says this.
  MadeAutomation publishing(String text) {
    var _ = save(saying(text));
    var _ = post("/publish", "{\"note\": \"" + text + "\"}");
    return this;
  }
}

package dev.pilothouse.builderapi;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What came back. `at` reads a place in its JSON by pointer, as text.
record Reply(int status, HttpResponse<String> http) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Reply of(HttpResponse<String> http) {
    return new Reply(http.statusCode(), http);
  }

  String text() {
    return http.body();
  }

  JsonNode json() {
    return JSON.readTree(http.body());
  }

  /// Empty for what is not there.
  String at(String pointer) {
    JsonNode node = json().at(pointer);
    return node.isContainer() ? node.toString() : node.asString("");
  }

  String header(String name) {
    return http.headers().firstValue(name).orElse("");
  }
}

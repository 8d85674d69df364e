package dev.pilothouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DraftTest {
  private static final Json DEFINITION = new Json("{\"name\": \"Greet\"}");

  @Test
  void hasTheSameTagForTheSameTextAlone() {
    assertThat(Draft.of(DEFINITION).tag()).isEqualTo(Draft.of(DEFINITION).tag());
    assertThat(yaml("name: Greet").tag()).isNotEqualTo(yaml("name: Greet # ours").tag());
    assertThat(yaml(DEFINITION.text()).tag()).isNotEqualTo(Draft.of(DEFINITION).tag());
  }

  private static Draft yaml(String text) {
    return new Draft(DEFINITION, new WrittenText(SourceFormat.YAML, text));
  }
}

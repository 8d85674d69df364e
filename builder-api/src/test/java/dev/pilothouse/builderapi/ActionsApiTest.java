package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ActionsApiTest {
  private static final ApiServer API = new ApiServer();

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void showsAllByNameWithTheSchemasOfWhatTheyTakeAndGive() {
    Reply shown = API.get(VIEWER, "/v1/actions");

    assertThat(shown.at("/items/1/name")).isEqualTo("mail.send");
    assertThat(shown.at("/items/2/name")).isEqualTo("transform");
    assertThat(shown.at("/items/1/title")).isEqualTo("Send a mail");
    assertThat(shown.at("/items/1/input/type")).isEqualTo("object");
    assertThat(shown.at("/items/1/output/type")).isEqualTo("string");
    assertThat(shown.at("/items/1/example/to")).isEqualTo("a@example.com");
  }

  @Test
  void showsHowToReadBackWhatCanBeReadBack() {
    Reply shown = API.get(VIEWER, "/v1/actions");

    assertThat(shown.at("/items/0/name")).isEqualTo("http.request");
    assertThat(shown.at("/items/0/readBack/required/0")).isEqualTo("url");
    assertThat(shown.json().at("/items/1").has("readBack")).isFalse();
  }
}

package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActorsApiTest {
  @Test
  void tellsWhoIsBehindAnActor() {
    try (ApiServer api = new ApiServer()) {
      assertThat(api.get(VIEWER, "/v1/actors").json().path("items"))
          .extracting(actor -> actor.path("actor").asString() + " " + actor.path("name").asString())
          .containsExactly("key/2 CRM", "person/1 Ada");
    }
  }
}

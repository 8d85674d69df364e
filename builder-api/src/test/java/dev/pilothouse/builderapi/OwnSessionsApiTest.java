package dev.pilothouse.builderapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Role;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.spi.Sessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnSessionsApiTest {
  private static final String MINE = "/v1/me/sessions";

  private final ApiServer api = new ApiServer();

  @BeforeEach
  void signInTwice() {
    api.sessions.signedIn(AccountsFake.SESSION, "Firefox");
    api.sessions.signedIn("elsewhere", "Phone");
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void showsWhereAPersonIsSignedInAndWhichOneAsks() {
    Reply shown = get();

    assertThat(shown.json().path("items").size()).isEqualTo(2);
    assertThat(shown.at("/items/0/device")).isEqualTo("Firefox");
    assertThat(shown.at("/items/0/current")).isEqualTo("true");
    assertThat(shown.at("/items/1/current")).isEqualTo("false");
    assertThat(shown.at("/items/1/endsAt")).isEqualTo("2026-11-20T10:00:00Z");
    assertThat(shown.text()).doesNotContain(SecretHash.of("elsewhere").hex());
  }

  @Test
  void endsOneOfThem() {
    String elsewhere = Sessions.idOf(SecretHash.of("elsewhere"));

    assertThat(end("/" + elsewhere).status()).isEqualTo(204);

    assertThat(get().json().path("items").size()).isEqualTo(1);
    assertThat(end("/" + elsewhere).status()).isEqualTo(404);
    assertThat(end("/%00").status()).isBetween(400, 404);
  }

  @Test
  void endsAllOthers() {
    assertThat(end("").at("/ended")).isEqualTo("1");
    assertThat(get().at("/items/0/current")).isEqualTo("true");
  }

  @Test
  void tellsAKeyThatItHasNone() {
    assertThat(api.get(Role.ADMIN, MINE).status()).isEqualTo(403);
  }

  private Reply get() {
    return api.send(api.asPerson(MINE).GET());
  }

  private Reply end(String which) {
    return api.send(api.asPerson(MINE + which).DELETE());
  }
}

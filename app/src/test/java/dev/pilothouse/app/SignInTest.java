package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.app.RunningHouse.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// The first administrator's first minutes, in their order.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInTest {
  @RegisterExtension static final RunningHouse house = new RunningHouse();

  private static final String NEW_PASSWORD = "correct horse battery staple";

  @Test
  @Order(1)
  void keepsTheFirstPasswordForItsOwnerAlone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(house.firstLogin())))
        .isEqualTo("rw-------");
  }

  @Test
  @Order(1)
  void refusesAWrongPasswordInTheSameWordsAsAnUnknownAddress() {
    Answer wrong = signIn("admin@localhost", "wrong");
    Answer unknown = signIn("nobody@localhost", "wrong");

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.whole().body()).isEqualTo(wrong.whole().body());
  }

  @Test
  @Order(1)
  void setsACookieThatScriptsAndOtherSitesCannotUse() throws IOException {
    assertThat(signIn("admin@localhost", house.firstPassword()).header("Set-Cookie"))
        .contains("HttpOnly", "SameSite=Strict", "Path=/");
  }

  @Test
  @Order(1)
  void refusesAWriteWithTheCookieAlone() throws IOException {
    String cookie = cookie(house.firstPassword());

    assertThat(house.get("/v1/me", "Cookie", cookie).status()).isEqualTo(200);
    assertThat(
            house
                .post("/v1/me/password", "{}", "Cookie", cookie, "Content-Type", "application/json")
                .status())
        .isEqualTo(401);
  }

  @Test
  @Order(1)
  void refusesAShortPassword() throws IOException {
    Answer refused = change(cookie(house.firstPassword()), house.firstPassword(), "short");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").path(0).path("path").asString()).isEqualTo("next");
  }

  @Test
  @Order(1)
  void refusesANewPasswordWithoutTheCurrentOne() throws IOException {
    assertThat(change(cookie(house.firstPassword()), "wrong", NEW_PASSWORD).status())
        .isEqualTo(403);
  }

  @Test
  @Order(1)
  void isNewUntilItsFirstStepsAreBehindIt() throws IOException {
    String cookie = cookie(house.firstPassword());
    assertThat(tenant(cookie).path("name").asString()).isEqualTo("main");
    assertThat(tenant(cookie).path("settled").asBoolean()).isFalse();

    String[] write = {"Cookie", cookie, "X-Pilothouse", "page", "Content-Type", "application/json"};
    Answer named = house.patch("/v1/company", "{\"name\": \"Harbour & Finch\"}", write);
    Answer settled = house.post("/v1/company/settle", "", write);

    assertThat(named.json().path("named").asBoolean()).isTrue();
    assertThat(settled.status()).isEqualTo(200);
    assertThat(tenant(cookie).path("name").asString()).isEqualTo("Harbour & Finch");
    assertThat(tenant(cookie).path("settled").asBoolean()).isTrue();
  }

  @Test
  @Order(2)
  void deletesTheFirstPasswordOnceItIsChanged() throws IOException {
    String password = house.firstPassword();
    String cookie = cookie(password);
    String elsewhere = cookie(password);

    assertThat(change(cookie, password, NEW_PASSWORD).status()).isEqualTo(204);

    assertThat(house.firstLogin()).doesNotExist();
    assertThat(signIn("admin@localhost", password).status()).isEqualTo(401);
    assertThat(signIn("admin@localhost", NEW_PASSWORD).status()).isEqualTo(200);
    assertThat(house.get("/v1/me", "Cookie", cookie).json().path("firstPassword").asBoolean())
        .isFalse();
    assertThat(house.get("/v1/me", "Cookie", elsewhere).status()).isEqualTo(401);
  }

  @Test
  @Order(3)
  void endsTheSessionOnSigningOut() {
    String cookie = cookie(NEW_PASSWORD);

    assertThat(house.delete("/v1/session", "Cookie", cookie).status()).isEqualTo(204);

    assertThat(house.get("/v1/me", "Cookie", cookie).status()).isEqualTo(401);
  }

  @Test
  @Order(4)
  void slowsDownWhoGuesses() {
    for (int guess = 0; guess < 10; guess++) {
      signIn("guessed@localhost", "guess " + guess);
    }
    Answer refused = signIn("guessed@localhost", "one more");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 901);
  }

  private static JsonNode tenant(String cookie) {
    return house.get("/v1/me", "Cookie", cookie).json().path("tenant");
  }

  private static Answer signIn(String email, String password) {
    return house.post(
        "/v1/session",
        "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password),
        "Content-Type",
        "application/json");
  }

  private static String cookie(String password) {
    return signIn("admin@localhost", password).header("Set-Cookie").replaceAll(";.*", "");
  }

  private static Answer change(String cookie, String current, String next) {
    return house.post(
        "/v1/me/password",
        "{\"current\": \"%s\", \"next\": \"%s\"}".formatted(current, next),
        "Cookie",
        cookie,
        "X-Pilothouse",
        "page",
        "Content-Type",
        "application/json");
  }
}

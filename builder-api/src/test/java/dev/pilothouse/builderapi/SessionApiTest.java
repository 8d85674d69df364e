package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.BUILDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SessionApiTest {
  private static final ApiServer API = new ApiServer();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void refusesWhatIsNoAddressInTheSameWordsAsAnUnknownOne() {
    Reply unknown = signIn("nobody@example.com", "guess");

    assertThat(unknown.status()).isEqualTo(401);
    assertThat(signIn("a".repeat(255), "guess").text()).isEqualTo(unknown.text());
    assertThat(signIn("a\0b@example.com", "guess").text()).isEqualTo(unknown.text());
    assertThat(signIn("a\ud800@example.com", "guess").text()).isEqualTo(unknown.text());
  }

  @Test
  void looksUpNoAddressThatCanBeNobodys() {
    signIn("a\0b@example.com", "guess");

    assertThat(API.accounts.lookedUp).doesNotContain("a\0b@example.com");
  }

  @Test
  void readsNoLargeBodyOfWhoHasNoAccount() {
    Reply refused = signIn("nobody@example.com", "x".repeat(20_000));

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.at("/detail")).contains("16384 bytes");
  }

  @Test
  void readsABodyOfACallerUpToALimit() {
    assertThat(preview(1_000_000).status()).isEqualTo(400);

    Reply refused = preview(1_100_000);

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.at("/detail")).contains("1048576 bytes");
  }

  @Test
  void countsGuessesThatComeAtOnce() {
    List<Integer> answers =
        IntStream.range(0, 30)
            .parallel()
            .mapToObj(guess -> signIn("priya@example.com", "guess " + guess).status())
            .toList();

    assertThat(answers).filteredOn(status -> status == 401).hasSize(10);
    assertThat(answers).filteredOn(status -> status == 429).hasSize(20);
  }

  @Test
  void slowsDownWhoGuessesTheCurrentPassword() {
    for (int guess = 0; guess < 10; guess++) {
      assertThat(changePassword(guess).status()).isEqualTo(403);
    }

    assertThat(changePassword(10).status()).isEqualTo(429);
  }

  private static Reply changePassword(int guess) {
    return API.send(
        API.asPerson("/v1/me/password")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"current\": \"guess %s\", \"next\": \"correct horse battery\"}"
                        .formatted(guess))));
  }

  private static Reply preview(int letters) {
    return API.postJson(
        BUILDER, "/v1/expressions/preview", "{\"expression\": \"" + "x".repeat(letters) + "\"}");
  }

  private static Reply signIn(String email, String password) {
    String body = JSON.createObjectNode().put("email", email).put("password", password).toString();
    return API.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + API.port() + "/v1/session"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.replace("\ud800", "\\ud800"))));
  }
}

package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.BUILDER;
import static dev.pilothouse.model.Role.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.spi.Control.Answer;
import dev.pilothouse.spi.Control.Word;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EffectsApiTest {
  private static final ApiServer API = new ApiServer();

  private final EffectId effect = new EffectId(RunId.next(), new StepKey("mail"));

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void takesThatItHappened() {
    Reply reply =
        resolve(
            REVIEWER,
            "{\"happened\": true, \"output\": {\"id\": 7}, \"reason\": \"It is in the inbox\"}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(API.control.words)
        .contains(
            new ControlFake.Told(
                effect, new Word.Happened(new Json("{\"id\":7}")), "It is in the inbox"));
  }

  @Test
  void takesThatItDidNotHappen() {
    resolve(REVIEWER, "{\"happened\": false, \"reason\": \"Not in the inbox\"}");

    assertThat(API.control.words)
        .contains(new ControlFake.Told(effect, new Word.DidNotHappen(), "Not in the inbox"));
  }

  @Test
  void wantsAClearWord() {
    assertUnclear("{\"reason\": \"Perhaps\"}", "happened");
    assertUnclear("{\"happened\": true}", "reason");
    assertUnclear("{\"happened\": false, \"output\": {}, \"reason\": \"No\"}", "output");
    assertUnclear(
        "{\"happened\": true, \"output\": {\"a\": \"\\u0000\"}, \"reason\": \"Yes\"}", "output.a");
    assertThat(API.control.words).noneMatch(it -> it.effect().equals(effect));
  }

  @Test
  void doesNotVouchForOnesOwnChain() {
    Reply reply = resolve(BUILDER, "{\"happened\": true, \"reason\": \"Yes\"}");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.at("/detail")).contains("admin, reviewer, operator");
  }

  @Test
  void saysThatTheSenderMayStillBeAlive() {
    API.control.answers.put(effect.run(), new Answer.Refused("The sender may still be alive."));

    Reply reply = resolve(REVIEWER, "{\"happened\": true, \"reason\": \"Yes\"}");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.at("/detail")).isEqualTo("The sender may still be alive.");
  }

  @Test
  void knowsNoOtherEffects() {
    API.control.answers.put(effect.run(), new Answer.NoSuch());
    String word = "{\"happened\": true, \"reason\": \"Yes\"}";

    assertThat(resolve(REVIEWER, word).status()).isEqualTo(404);
    assertThat(API.postJson(REVIEWER, "/v1/effects/nonsense/resolve", word).status())
        .isEqualTo(404);
  }

  private void assertUnclear(String word, String path) {
    Reply reply = resolve(REVIEWER, word);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/errors/0/path")).isEqualTo(path);
  }

  private Reply resolve(Role role, String word) {
    return API.postJson(role, "/v1/effects/" + effect + "/resolve", word);
  }
}

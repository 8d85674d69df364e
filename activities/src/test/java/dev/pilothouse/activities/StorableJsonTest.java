package dev.pilothouse.activities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableJsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\u0000\"",
        "\"a\\\\\\u0000\"",
        "\"\\ud800\"",
        "\"\\uDC00 \\uD800\"",
        "\"\\ud800\\ud800\"",
        "1e999999",
        "[\"a\\\"\", -1E-2000]",
        "{\"n\":1e99999999999}",
      })
  void refusesWhatTheDatabaseCannotKeep(String json) {
    assertThat(StorableJson.objection("output", new Json(json)))
        .map(StepError::code)
        .contains("output.unstorable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\\\u0000\"",
        "null",
        "\"\\ud83d\\ude00\"",
        "\"\\\\ud800\"",
        "\"😀\"",
        "\"1e999999\"",
        "[-1.5e300,true]",
      })
  void takesWhatOnlyLooksLikeIt(String json) {
    assertThat(StorableJson.objection("output", new Json(json))).isEmpty();
  }

  @Test
  void countsBytesAndNotLetters() {
    assertThat(StorableJson.objection("output", text("ä", StorableJson.MOST_BYTES / 2)))
        .isPresent();
    assertThat(StorableJson.objection("output", text("ä", StorableJson.MOST_BYTES / 2 - 1)))
        .isEmpty();
    assertThat(StorableJson.objection("output", text("x", StorableJson.MOST_BYTES - 2))).isEmpty();
  }

  private static Json text(String letter, int count) {
    return new Json("\"" + letter.repeat(count) + "\"");
  }
}

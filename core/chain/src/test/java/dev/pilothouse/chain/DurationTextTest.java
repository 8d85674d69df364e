package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "90s,PT90S",
    "2h,PT2H",
    "1h30m,PT1H30M",
    "3d,PT72H",
    "500ms,PT0.5S",
    "PT2H,PT2H",
    "1d2h3m4s5ms,PT26H3M4.005S"
  })
  void readsWhatPeopleWrite(String text, Duration duration) {
    assertThat(DurationText.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "2 h", "h", "30m1h", "-2h", "2.5h", "P", "2H", "99999999999s"})
  void takesNothingElse(String text) {
    assertThat(DurationText.parse(text)).isEmpty();
  }

  @Test
  void writesSecondsAsExpressionsDo() {
    assertThat(DurationText.of(Duration.ofMillis(90_500))).isEqualTo("90.5s");
    assertThat(DurationText.of(Duration.ofHours(2))).isEqualTo("7200s");
    assertThat(DurationText.of(Duration.ZERO)).isEqualTo("0s");
  }
}

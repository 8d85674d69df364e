package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemporalChoiceTest {

  @Test
  void knowsItsTwoWords() {
    assertThat(TemporalChoice.parse("dev")).isEqualTo(new TemporalChoice.Dev());
    assertThat(TemporalChoice.parse("")).isEqualTo(new TemporalChoice.Dev());
    assertThat(TemporalChoice.parse("postgres")).isEqualTo(new TemporalChoice.OnPostgres());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:7233", "temporal.example.com:443", "10.0.0.1:7233", "[::1]:7233"})
  void takesAnAddress(String words) {
    assertThat(TemporalChoice.parse(words)).isEqualTo(new TemporalChoice.Given(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"development", "http://host:7233", "host", "host:", ":7233", "host:port"})
  void refusesWhatIsNeither(String words) {
    assertThatThrownBy(() -> TemporalChoice.parse(words))
        .isInstanceOf(PlatformProblem.class)
        .hasMessageContaining("but found '" + words + "'");
  }
}

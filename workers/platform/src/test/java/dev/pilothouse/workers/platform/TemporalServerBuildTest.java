package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemporalServerBuildTest {

  @ParameterizedTest
  @CsvSource({
    "go version go1.26.4 linux/amd64, true",
    "go version go1.26.8 linux/amd64, true",
    "go version go1.27 darwin/arm64, true",
    "go version go1.26.3 linux/amd64, false",
    "go version go1.26 linux/amd64, false",
    "go version go1.9.7 linux/amd64, false",
    "none, false"
  })
  void knowsWhichGoIsNewEnough(String words, boolean enough) {
    assertThat(TemporalServerBuild.isNewEnough(words)).isEqualTo(enough);
  }
}

package dev.pilothouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptTextTest {
  @ParameterizedTest
  @CsvSource({"a\0b, a\uFFFDb", "a\ud800b, a\uFFFDb", "\udc00\ud800, \uFFFD\uFFFD", "a😀b, a😀b"})
  void marksWhatCannotBeKept(String text, String kept) {
    assertThat(KeptText.of(text)).isEqualTo(kept);
  }
}

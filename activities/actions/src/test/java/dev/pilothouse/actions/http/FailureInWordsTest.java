package dev.pilothouse.actions.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class FailureInWordsTest {
  @Test
  void quotesWhatCanBeKept() {
    assertThat(FailureInWords.of(new IOException("unexpected 'a\0b'")))
        .isEqualTo("the connection broke (unexpected 'a\uFFFDb')");
    assertThat(FailureInWords.of(new SSLException("half \ud800")))
        .isEqualTo("no encrypted connection came about (half \uFFFD)");
  }
}

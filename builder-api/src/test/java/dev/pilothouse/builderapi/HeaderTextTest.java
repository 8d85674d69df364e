package dev.pilothouse.builderapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderTextTest {
  @Test
  void readsTheExampleOfTheSpecification() {
    assertThat(HeaderText.decoded("Euro%20%E2%82%AC%20%F0%9F%98%80")).contains("Euro € 😀");
  }

  @Test
  void takesQuotesAndBackslashesOff() {
    assertThat(HeaderText.decoded("\"a \\\"b\\\" %C3%A9\"")).contains("a \"b\" é");
  }

  @Test
  void decodesOnce() {
    assertThat(HeaderText.decoded("%2541")).contains("%41");
  }

  @Test
  void readsSmallHexDigitsToo() {
    assertThat(HeaderText.decoded("%c3%a9")).contains("é");
  }

  @Test
  void refusesWhatIsCutShortOrNoHex() {
    assertThat(HeaderText.decoded("100%")).isEmpty();
    assertThat(HeaderText.decoded("100%4")).isEmpty();
    assertThat(HeaderText.decoded("%zz")).isEmpty();
  }

  @Test
  void refusesLettersThatShouldHaveBeenEncoded() {
    assertThat(HeaderText.decoded("é")).isEmpty();
  }
}

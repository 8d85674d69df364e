package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSizeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                         | 0",
        "abc                        | 3",
        "[a-z]+@[a-z]+              | 5",
        "[]a]b                      | 2",
        "[^\\]]                     | 1",
        "\\d{4}-\\d{2}              | 9",
        "\\p{Greek}x                | 2",
        "((a{100}){100}){100}       | 5000",
        "(a{1000}){1000             | 1008",
        "a{2,}                      | 3",
      })
  void countsPlaces(String pattern, int places) {
    assertThat(PatternSize.of(pattern, 5_000)).isEqualTo(places);
  }

  /// Else one pattern within the limit could still be large.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a?){100}", "(a|b|c){30}x{3}", "(?:ab){2,9}", "(a*)*", "^(\\w+\\s?)*$",
            "[a-zA-Z0-9]{3}(x+y+)+",
        "(?i)straße{5}", "((a{3}){3}){3}", "\\p{L}{50}", "(?P<name>a{7}b)", "a{0,40}",
            "(a{2}|b{3}){4}"
      })
  void countsNearlyAsManyAsTheLibraryMakes(String pattern) {
    int made = Pattern.compile(pattern).programSize();
    assertThat(made).isLessThan(6 * PatternSize.of(pattern, 1_000) + 10);
  }
}

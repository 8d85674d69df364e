package dev.pilothouse.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OptionsTest {
  private final Benchmark page = new PageBench();

  @Test
  void takesThoseThatTheBenchmarkNames() {
    Options options = new Options(List.of("--loads", "3", "--seconds=2"));

    assertThatCode(() -> options.areAmongThoseOf(page)).doesNotThrowAnyException();
    assertThat(options.number("loads", 10)).isEqualTo(3);
    assertThat(options.number("seconds", 5)).isEqualTo(2);
  }

  @Test
  void refusesOneThatTheBenchmarkDoesNotKnowSinceItWouldMeasureSomethingElse() {
    assertThatThrownBy(() -> new Options(List.of("--load", "3")).areAmongThoseOf(page))
        .hasMessage("'page' has no option '--load'.");
    assertThatThrownBy(() -> new Options(List.of("--loads", "3", "4")).areAmongThoseOf(page))
        .hasMessage("'page' has no option '4'.");
  }

  @Test
  void refusesOneWithoutItsValue() {
    assertThatThrownBy(() -> new Options(List.of("--loads")).areAmongThoseOf(page))
        .hasMessage("Expected a value after '--loads'.");
    assertThatThrownBy(() -> new Options(List.of("--loads=")).areAmongThoseOf(page))
        .hasMessage("Expected a value after '--loads'.");
  }

  @Test
  void refusesAWordWhereANumberIsExpected() {
    assertThatThrownBy(() -> new Options(List.of("--loads", "ten")).areAmongThoseOf(page))
        .hasMessage("Expected a number after '--loads', but found 'ten'.");
  }

  @Test
  void tellsAQuestionForHelpFromAnOrderToMeasure() {
    assertThat(new Options(List.of("--help")).asksForHelp()).isTrue();
    assertThat(new Options(List.of("--loads", "3")).asksForHelp()).isFalse();
  }
}

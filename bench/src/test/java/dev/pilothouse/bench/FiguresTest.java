package dev.pilothouse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void percentilesAreOfTheSortedTimes() {
    List<Duration> times =
        IntStream.rangeClosed(1, 100).mapToObj(i -> Duration.ofMillis(101 - i)).toList();
    Percentiles percentiles = Percentiles.of(times);
    assertThat(percentiles.p50()).isEqualTo(50);
    assertThat(percentiles.p95()).isEqualTo(95);
    assertThat(percentiles.max()).isEqualTo(100);
  }

  @Test
  void tableKeepsItsColumns() {
    Table table = new Table("who", "ms").row("ours", 1.25).row("theirs", "100");
    assertThat(table.toString()).isEqualTo("who      ms\nours    1.3\ntheirs  100");
  }

  @Test
  void planHoldsEachKindOfBlowEquallyOften() {
    List<Blow> plan = Blow.plan(8 * 12, 7);
    assertThat(plan).isEqualTo(Blow.plan(8 * 12, 7)).isNotEqualTo(Blow.plan(8 * 12, 8));
    assertThat(plan.stream().filter(Blow.POSTGRES::equals)).hasSize(12);
  }

  @Test
  void optionsAreReadInBothForms() {
    Options options = new Options(List.of("--kills", "8", "--mutate=fence"));
    assertThat(options.number("kills", 100)).isEqualTo(8);
    assertThat(options.text("mutate", "")).isEqualTo("fence");
    assertThat(options.number("seed", 1)).isEqualTo(1);
  }
}

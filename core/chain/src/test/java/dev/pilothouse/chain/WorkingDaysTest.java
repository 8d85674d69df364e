package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Held against walking day by day.
class WorkingDaysTest {
  record Asked(LocalDate day, int count, List<LocalDate> holidays) {}

  static Stream<Asked> asked() {
    Random random = new Random(42);
    return Stream.generate(() -> asked(random)).limit(500);
  }

  private static Asked asked(Random random) {
    LocalDate day = LocalDate.of(2026, 11, 20).plusDays(random.nextInt(-400, 400));
    List<LocalDate> holidays =
        IntStream.range(0, random.nextInt(12))
            .mapToObj(_ -> day.plusDays(random.nextInt(-40, 40)))
            .toList();
    return new Asked(day, random.nextInt(-30, 31), holidays);
  }

  @ParameterizedTest
  @MethodSource("asked")
  void addsAsWalkingDayByDayDoes(Asked asked) {
    WorkingDays days = new WorkingDays(asked.holidays());
    assertThat(days.add(asked.day(), asked.count())).isEqualTo(walked(days, asked));
  }

  @ParameterizedTest
  @MethodSource("asked")
  void countsWhatItWouldAdd(Asked asked) {
    WorkingDays days = new WorkingDays(asked.holidays());
    LocalDate there = days.add(asked.day(), asked.count());
    assertThat(days.between(asked.day(), there)).isEqualTo(asked.count());
  }

  @ParameterizedTest
  @MethodSource("asked")
  void neverEndsOnADayThatIsNone(Asked asked) {
    WorkingDays days = new WorkingDays(asked.holidays());
    assertThat(asked.count() == 0 || days.isOne(days.add(asked.day(), asked.count()))).isTrue();
  }

  private static LocalDate walked(WorkingDays days, Asked asked) {
    LocalDate day = asked.day();
    for (int left = Math.abs(asked.count()); left > 0; left -= days.isOne(day) ? 1 : 0) {
      day = day.plusDays(Integer.signum(asked.count()));
    }
    return day;
  }
}

package dev.pilothouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {
  @Test
  void saysVersionSevenAndTheVariantOfTheStandard() {
    UUID id = TimeOrderedId.of(0x0123456789ABL, -1L, -1L);

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id).hasToString("01234567-89ab-7fff-bfff-ffffffffffff");
  }

  @Test
  void sortsByTimeAsText() {
    assertThat(TimeOrderedId.of(2, 0, 0).toString())
        .isGreaterThan(TimeOrderedId.of(1, -1, -1).toString());
  }

  @Test
  void neverGivesTheSameIdTwice() {
    assertThat(Stream.generate(TimeOrderedId::next).limit(10_000).distinct()).hasSize(10_000);
  }
}

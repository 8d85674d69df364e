package dev.pilothouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PartsTest {

  @Test
  void areEmbeddedOrContainers() {
    assertThat(Parts.named("embedded")).isEqualTo(Parts.EMBEDDED);
    assertThat(Parts.named("containers")).isEqualTo(Parts.CONTAINERS);
    assertThatThrownBy(() -> Parts.named("docker"))
        .hasMessageContaining("'docker'")
        .hasMessageContaining("-Dparts=containers");
  }

  @Test
  void areNotSkippedWhereTheyCanBeHad() {
    assertThat(RealPart.condition(Parts.CONTAINERS, () -> true).isDisabled()).isFalse();
    assertThat(RealPart.condition(Parts.EMBEDDED, () -> false).isDisabled()).isFalse();
  }

  @Test
  void areSkippedWithTheReasonWhereNoDockerAnswers() {
    var condition = RealPart.condition(Parts.CONTAINERS, () -> false);

    assertThat(condition.isDisabled()).isTrue();
    assertThat(condition.getReason()).hasValueSatisfying(why -> assertThat(why).contains("Docker"));
  }
}

package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.bundle.Cel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DialectsTest {
  private final List<Set<String>> built = new ArrayList<>();
  private final Dialects dialects = new Dialects(3, this::build);

  private Cel build(Set<String> names) {
    built.add(names);
    return CelLanguage.cel();
  }

  @Test
  void areBuiltOnceWhileTheyAreUsed() {
    assertThat(dialects.knowing(Set.of("line"))).isSameAs(dialects.knowing(Set.of("line")));
    assertThat(built).containsExactly(Set.of("line"));
  }

  @Test
  void areForgottenWhenManyOthersHaveBeenAskedFor() {
    var _ = dialects.knowing(Set.of("line"));
    IntStream.range(0, 5).forEach(i -> dialects.knowing(Set.of("x" + i)));
    var _ = dialects.knowing(Set.of("x4"));
    var _ = dialects.knowing(Set.of("line"));

    assertThat(built).hasSize(7).endsWith(Set.of("line"));
  }
}

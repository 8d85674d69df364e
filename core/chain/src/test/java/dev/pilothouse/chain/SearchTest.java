package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SearchTest {
  /// So long that the steady search does it, from so few letters that much almost fits.
  @RepeatedTest(50)
  void findsWhatJavaFinds() {
    Random random = new Random();
    String part = letters(random, 400 + random.nextInt(2_000));
    String text = letters(random, 3_000) + part.substring(1) + part + letters(random, 3_000);
    String sought = random.nextBoolean() ? part : part.substring(1) + "z";
    int from = random.nextInt(text.length());

    assertThat(Search.first(text, sought, from)).isEqualTo(text.indexOf(sought, from));
    assertThat(Search.last(text, sought, from)).isEqualTo(text.lastIndexOf(sought, from));
    assertThat(Search.isIn(text, sought)).isEqualTo(text.contains(sought));
  }

  @Test
  void findsNothingEverywhere() {
    assertThat(Search.first("abc", "", 2)).isEqualTo(2);
    assertThat(Search.last("abc", "", 3)).isEqualTo(3);
    assertThat(Search.first("", "a")).isEqualTo(-1);
  }

  private static String letters(Random random, int count) {
    return random
        .ints(count, 0, 20)
        .mapToObj(dice -> dice == 0 ? "b" : "a")
        .collect(Collectors.joining());
  }
}

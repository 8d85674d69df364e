package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainConditionTest {
  private static final int TRIES = 3_000;

  private static final List<String> PLACES =
      List.of(
          "event.data.n",
          "event.subject",
          "event.data.deal.amount",
          "event . data",
          "event.time",
          "event.data.in",
          "event.data.as",
          "event.data._x",
          "event",
          "events.data",
          "event.data.true",
          "event.datä",
          "has(event.data.n)",
          "event['data'].n",
          "!event.data.n");

  private static final List<String> SIGNS = List.of("==", "<", "<=", ">", ">=", "!=", "=", "in");

  private static final List<String> CONSTANTS =
      List.of(
          "1",
          "-5",
          "'won'",
          "\"won\"",
          "1000.0",
          "true",
          "0",
          "007",
          "-0.5",
          "1.",
          ".5",
          "1e3",
          "0x1F",
          "5u",
          "- 5",
          "123456789012345678",
          "99999999999999999999",
          "''",
          "'it\\'s'",
          "'a\"b'",
          "\"a'b\"",
          "'ä — ☕'",
          "r'a'",
          "'''a'''",
          "\"\"\"a\"\"\"",
          "b'a'",
          "false",
          "null",
          "trueish",
          "[1]",
          "event.data.m",
          "'a' + 'b'",
          "(1)");

  private static final List<String> JOINS = List.of(" && ", "&&", " || ", " & ", "\n&&\t");

  private final Random choices = new Random(7);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.data.n == 1",
        "event.data.stage == 'won' && event.data.amount >= 1000.0",
        "event.data.n == 17 && event.source == 'bench' && event.data.n >= 0",
        "  event.subject==\"deal/42\"&&event.data.vip == true  ",
      })
  void readsWhatMostPeopleWrite(String condition) {
    assertThat(PlainCondition.of(condition)).contains(NeedsReader.parsed(condition));
  }

  @Test
  void readsWhatTheParserWouldOrNothing() {
    long read =
        IntStream.range(0, TRIES)
            .mapToObj(_ -> condition())
            .filter(PlainConditionTest::agrees)
            .count();

    assertThat(read).isBetween(TRIES / 20L, TRIES * 3L / 4);
  }

  private static boolean agrees(String condition) {
    Optional<Needs> plain = PlainCondition.of(condition);
    plain.ifPresent(
        needs -> assertThat(needs).as(condition).isEqualTo(NeedsReader.parsed(condition)));
    return plain.isPresent();
  }

  private String condition() {
    return IntStream.rangeClosed(0, choices.nextInt(3))
        .mapToObj(_ -> one(PLACES, 3) + " " + one(SIGNS, 5) + " " + one(CONSTANTS, 6))
        .collect(Collectors.joining(one(JOINS, 2)));
  }

  /// Mostly one of the first, so that some conditions are plain.
  private String one(List<String> all, int usual) {
    return all.get(choices.nextInt(choices.nextInt(4) == 0 ? all.size() : usual));
  }
}

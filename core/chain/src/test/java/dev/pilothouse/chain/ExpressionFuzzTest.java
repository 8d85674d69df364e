package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever somebody writes and whatever event comes: a value, or a sentence that says why not.
/// Some seconds here; `-Dfuzz.minutes=10` makes each test go on for so long, with other choices
/// each time.
@Timeout(3600)
class ExpressionFuzzTest {
  private static final long MINUTES = Long.getLong("fuzz.minutes", 0);
  private static final int TRIES = 400;
  private static final int CHOICES = 300;

  @Test
  void anyTextIsAnExpressionOrItsMistakesHaveAPlaceInIt() {
    tryOut(choices -> {
      String text = new RandomText(choices).text();
      assertHavePlaces(text, () -> Expression.compile(text));
    });
  }

  @Test
  void anyTextIsATemplateOrItsMistakesHaveAPlaceInIt() {
    tryOut(choices -> {
      String text = new RandomText(choices).template();
      assertHavePlaces(text, () -> Template.parse(text).text(scope(choices)));
    });
  }

  @Test
  void anyExpressionGivesTheSameValueOrTheSameReasonEachTime() {
    tryOut(choices -> {
      String text = new RandomExpression(choices).any();
      String data = new RandomJson(choices).data();
      String first = outcome(text, data);
      assertThat(first).as("%s of %s", text, data).doesNotContain("could not be worked out");
      assertThat(outcome(text, data)).as("%s of %s", text, data).isEqualTo(first);
    });
  }

  private interface Reading {
    Object read() throws ExpressionMistakes, ExpressionFailed;
  }

  private static void assertHavePlaces(String text, Reading reading) {
    try {
      assertThat(reading.read()).isNotNull();
    } catch (ExpressionFailed failed) {
      assertThat(failed.reason()).as(text).isNotBlank();
    } catch (ExpressionMistakes wrong) {
      assertThat(wrong.mistakes())
          .as(text)
          .isNotEmpty()
          .allSatisfy(mistake -> {
            assertThat(mistake.offset()).isBetween(0, text.length());
            assertThat(mistake.message()).isNotBlank();
          });
    }
  }

  private static String outcome(String text, String data) {
    try {
      return Expression.compile(text).json(Scope.of(Events.of("a", data))).toString();
    } catch (ExpressionFailed failed) {
      return failed.reason();
    } catch (ExpressionMistakes wrong) {
      return wrong.mistakes().toString();
    }
  }

  private static Scope scope(Choices choices) {
    return Scope.of(Events.of("a", new RandomJson(choices).data()));
  }

  private static void tryOut(Consumer<Choices> property) {
    Random random = MINUTES > 0 ? new Random() : new Random(20261120);
    long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
    for (int i = 0; i < TRIES || System.nanoTime() < end; i++) {
      List<Integer> numbers = random.ints(CHOICES).boxed().toList();
      property.accept(new Choices(numbers));
    }
  }
}

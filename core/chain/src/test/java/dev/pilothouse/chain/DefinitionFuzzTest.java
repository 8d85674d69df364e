package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.WrittenText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever comes in, either it is a definition, or everything that is said of it has its place.
class DefinitionFuzzTest {
  private static final DefinitionReader READER = new DefinitionReader(new FewActions());

  /// Ample for a machine that has other things to do.
  private static final Duration MOST = Duration.ofSeconds(15);

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void anyBytesGiveADefinitionOrProblemsWithTheirPlaces() {
    Fuzz.run(
        4_000,
        seed -> {
          byte[] sent = new MutatedDefinition(seed).bytes();
          for (SourceFormat format : SourceFormat.values()) {
            assertExplained(sent, format);
          }
        });
  }

  private static void assertExplained(byte[] sent, SourceFormat format) {
    long begin = System.nanoTime();
    List<Problem> problems = problems(sent, format);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(MOST);
    List<String> lines = new SourceText(new String(sent, StandardCharsets.UTF_8)).lines();
    assertThat(problems)
        .allSatisfy(problem -> {
          assertThat(problem.message()).startsWith("expected ").endsWith(".");
          assertThat(problem.place().line()).isBetween(1, lines.size());
          String line = lines.get(problem.place().line() - 1);
          assertThat(problem.place().column())
              .isBetween(1, line.codePointCount(0, line.length()) + 1);
        });
  }

  /// Of a definition its warnings.
  private static List<Problem> problems(byte[] sent, SourceFormat format) {
    try {
      WrittenText written = DefinitionLayout.decode(sent, format.text());
      return READER.read(written).warnings();
    } catch (DefinitionProblems refused) {
      assertThat(refused.problems()).anyMatch(Problem::isError);
      return refused.problems();
    }
  }

  record Hostile(String name, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Hostile> hostileTexts() {
    return Map.of(
            "brackets", "[",
            "braces", "{",
            "objects in lists", "[{a: ",
            "keys of keys", "? ",
            "dashes", "- ",
            "colons", "a: ",
            "anchors", "&a ",
            "expressions", "${a}",
            "open expressions", "${",
            "quotation marks", "\"\\\"")
        .entrySet()
        .stream()
        .flatMap(entry ->
            Stream.of("", "name: ", "steps: [{do: transform, with: {a: \"", "{\"steps\": \"")
                .map(head ->
                    new Hostile(
                        entry.getKey() + " behind " + head, filled(head, entry.getValue()))));
  }

  private static String filled(String head, String piece) {
    return head + piece.repeat((DefinitionReader.MOST_BYTES - 100) / piece.length());
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void textsMadeToTakeLongAreDoneSoon(Hostile hostile) {
    for (SourceFormat format : SourceFormat.values()) {
      assertExplained(hostile.text().getBytes(StandardCharsets.UTF_8), format);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"${1}", "${a}", "${+}", "${steps.a}", "$${"})
  void manyExpressionsAreDoneSoon(String expression) {
    String text =
        filled("{\"steps\":[{\"do\":\"transform\",\"with\":{\"a\":[\"", expression) + "\"]}}]}";
    assertExplained(text.getBytes(StandardCharsets.UTF_8), SourceFormat.JSON);
  }

  /// The path of each of these values has 100,000 characters.
  @Test
  void longPathsFillNoMemory() {
    String deep = ("{\"" + "k".repeat(1_000) + "\":").repeat(90);
    String text =
        "{\"steps\":[{\"do\":\"transform\",\"with\":" + deep + "[" + "0,".repeat(50_000) + "0]";
    String closed = text + "}".repeat(90) + "}]}";
    assertExplained(closed.getBytes(StandardCharsets.UTF_8), SourceFormat.JSON);
    assertExplained(closed.getBytes(StandardCharsets.UTF_8), SourceFormat.YAML);
  }
}

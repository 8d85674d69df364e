package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.pilothouse.model.Json;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every refusal with its exact words and its place: people read them.
class BrokenDefinitionsTest {
  static List<BrokenDefinition> brokenDefinitions() {
    return BrokenDefinition.all();
  }

  /// After a change of words, `-Ddefinitions.accept` writes them all anew: read what changed.
  @Test
  void saysExactlyWhatStandsBesideEach() {
    if (System.getProperty("definitions.accept") != null) {
      everyDefinition().forEach(BrokenDefinition::accept);
    }
    assertThat(sheet(BrokenDefinition::said)).isEqualTo(sheet(BrokenDefinition::expected));
  }

  private static Stream<BrokenDefinition> everyDefinition() {
    return Stream.concat(brokenDefinitions().stream(), BrokenDefinition.doubtful().stream());
  }

  @Test
  void doubtsAreSaidAndRefuseNothing() {
    assertThat(BrokenDefinition.doubtful())
        .allSatisfy(
            doubtful -> assertThat(doubtful.problems()).isNotEmpty().noneMatch(Problem::isError));
  }

  private static String sheet(Function<BrokenDefinition, String> problems) {
    return everyDefinition()
        .map(broken -> "== " + broken + "\n" + problems.apply(broken))
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @MethodSource("brokenDefinitions")
  void areRefusedAtPlacesWithinTheirText(BrokenDefinition broken) {
    List<String> lines = new SourceText(broken.text()).lines();
    assertThat(broken.problems())
        .anyMatch(Problem::isError)
        .allSatisfy(problem -> {
          Place place = problem.place();
          assertThat(place.line()).isBetween(1, lines.size());
          String line = lines.get(place.line() - 1);
          assertThat(place.column()).isBetween(1, line.codePointCount(0, line.length()) + 1);
          assertThat(line.substring(line.offsetByCodePoints(0, place.column() - 1)))
              .startsWith(place.words().replaceFirst("\\.\\.\\.$", ""));
        });
  }

  @Test
  void areManyAndAllDifferent() {
    assertThat(brokenDefinitions()).hasSizeGreaterThan(80);
    assertThat(brokenDefinitions()).extracting(BrokenDefinition::text).doesNotHaveDuplicates();
  }

  @Test
  void mayNotBeLargerThanAQuarterOfAMegabyte() {
    String description = "x".repeat(DefinitionReader.MOST_BYTES);
    assertThat(problemsOf("{\"description\": \"" + description + "\"}"))
        .extracting(Problem::message)
        .containsExactly("expected a definition of at most 262144 bytes, but it has 262163.");
  }

  @Test
  void mayNotHaveMoreThanAThousandSteps() {
    String steps = "{\"wait\":\"1s\"},".repeat(1_000) + "{\"wait\":\"1s\"}";
    assertThat(problemsOf(definition(steps)))
        .extracting(Problem::path, Problem::message)
        .containsExactly(tuple("steps", "expected at most 1,000 steps, but there are 1001."));
  }

  @Test
  void mayNotBeNestedDeeperThanTwenty() {
    String nested =
        "{\"if\":\"true\",\"then\":[".repeat(20) + "{\"wait\":\"1s\"}" + "]}".repeat(20);
    assertThat(problemsOf(definition(nested)))
        .extracting(Problem::path, Problem::message)
        .containsExactly(
            tuple(
                "steps[0]" + ".then[0]".repeat(19) + ".then",
                "expected steps at most 20 deep, but these stand deeper."));
  }

  /// An escaped brace counts, but is not compiled, which would take seconds.
  @Test
  void mayNotHaveMoreThanFiveThousandTextsWithExpressions() {
    String texts = "\"$${\",".repeat(5_000) + "\"$${\"";
    assertThat(problemsOf(definition("{\"do\":\"transform\",\"with\":{\"a\":[" + texts + "]}}")))
        .extracting(Problem::path, Problem::message)
        .containsExactly(
            tuple(
                "steps[0].with.a[5000]",
                "expected at most 5,000 texts with expressions, but there are more."));
  }

  @Test
  void namesNoMoreThanTwoHundredProblems() {
    assertThat(problemsOf(definition("{},".repeat(500) + "{}"))).hasSize(200);
  }

  private static String definition(String steps) {
    return "{\"name\": \"a\", \"on\": [], \"steps\": [" + steps + "]}";
  }

  private static List<Problem> problemsOf(String json) {
    DefinitionReader reader = new DefinitionReader(new FewActions());
    return catchThrowableOfType(DefinitionProblems.class, () -> reader.read(new Json(json)))
        .problems();
  }
}

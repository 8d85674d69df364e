package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.pilothouse.model.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every refusal with its exact words: people read them, and other tests rely on the same file.
class BrokenDefinitionsTest {
  record Broken(String name, Json definition, List<Problem> problems) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Broken> brokenDefinitions() {
    List<Broken> broken = new ArrayList<>();
    JsonText.parse(Resources.read(Resources.folder("/definitions/broken.json")))
        .forEach(entry ->
            broken.add(
                new Broken(entry.get("name").stringValue(), definition(entry), problems(entry))));
    return broken;
  }

  private static Json definition(JsonNode entry) {
    return entry.has("text")
        ? new Json(entry.get("text").stringValue())
        : JsonText.of(entry.get("definition"));
  }

  private static List<Problem> problems(JsonNode entry) {
    List<Problem> problems = new ArrayList<>();
    entry
        .get("problems")
        .forEach(problem ->
            problems.add(
                new Problem(
                    problem.get("path").stringValue(),
                    problem.get("message").stringValue(),
                    problem.get("hint").stringValue())));
    return problems;
  }

  @ParameterizedTest
  @MethodSource("brokenDefinitions")
  void areRefusedWithEveryProblem(Broken broken) {
    assertThat(problemsOf(broken.definition())).containsExactlyElementsOf(broken.problems());
  }

  @Test
  void areManyAndAllDifferent() {
    assertThat(brokenDefinitions()).hasSizeGreaterThan(60);
    assertThat(brokenDefinitions()).extracting(Broken::name).doesNotHaveDuplicates();
  }

  @Test
  void mayNotBeLargerThanAQuarterOfAMegabyte() {
    String description = "x".repeat(DefinitionReader.MOST_BYTES);
    assertThat(problemsOf(new Json("{\"description\": \"" + description + "\"}")))
        .extracting(Problem::message)
        .containsExactly("expected a definition of at most 262144 bytes, but it has 262163.");
  }

  @Test
  void mayNotHaveMoreThanAThousandSteps() {
    String steps = "{\"wait\":\"1s\"},".repeat(1_000) + "{\"wait\":\"1s\"}";
    assertThat(problemsOf(definition(steps)))
        .containsExactly(
            new Problem(
                "steps",
                "expected at most 1,000 steps, but there are 1001.",
                "Take the chain apart into several automations."));
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

  @Test
  void namesNoMoreThanTwoHundredProblems() {
    assertThat(problemsOf(definition("{},".repeat(500) + "{}"))).hasSize(200);
  }

  private static Json definition(String steps) {
    return new Json("{\"name\": \"a\", \"on\": [], \"steps\": [" + steps + "]}");
  }

  private static List<Problem> problemsOf(Json definition) {
    DefinitionReader reader = new DefinitionReader(new FewActions());
    return catchThrowableOfType(DefinitionProblems.class, () -> reader.read(definition)).problems();
  }
}

package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Pairs of definitions kept as files, each with all that is different between the two.
class DefinitionDiffTest {
  record Example(String name, JsonNode content) {
    Json definition(String which) {
      return JsonText.of(content.path(which));
    }

    List<String> differences() {
      return content.path("differences").valueStream().map(JsonNode::stringValue).toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Example> examples() {
    try (Stream<Path> files = Files.list(Resources.folder("/definitions/diff"))) {
      return files.sorted().map(DefinitionDiffTest::example).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Example example(Path file) {
    return new Example(
        String.valueOf(file.getFileName()),
        JsonText.parse(DefinitionLayout.read(Resources.written(file))));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void tellsWhatIsDifferent(Example example) {
    assertThat(
            DefinitionDiff.between(example.definition("before"), example.definition("after"))
                .stream()
                .map(it -> it.kind().text() + " " + it.path() + ": " + it.words()))
        .containsExactlyElementsOf(example.differences());
  }

  @Test
  void hasBeforeAndAfterAsData() {
    List<Difference> found =
        DefinitionDiff.between(
            chain(
                "{\"id\": \"a\", \"do\": \"x\", \"timeout\": \"1s\"}, {\"id\": \"b\", \"do\": \"x\"}"),
            chain(
                "{\"id\": \"b\", \"do\": \"x\"}, {\"id\": \"a\", \"do\": \"x\", \"timeout\": \"2s\"}"));

    assertThat(found)
        .extracting(Difference::kind)
        .containsExactly(Difference.Kind.MOVED, Difference.Kind.CHANGED);
    assertThat(found.getFirst().before())
        .contains(new Json("{\"list\":\"/steps\",\"after\":\"a\"}"));
    assertThat(found.getFirst().after()).contains(new Json("{\"list\":\"/steps\",\"after\":null}"));
    assertThat(found.getLast().before()).contains(new Json("\"1s\""));
    assertThat(found.getLast().after()).contains(new Json("\"2s\""));
  }

  @Test
  void writesStrangeKeysAsAPointerDoes() {
    List<Difference> found =
        DefinitionDiff.between(
            chain("{\"id\": \"a\", \"do\": \"x\", \"with\": {\"a/b~c\": 1}}"),
            chain("{\"id\": \"a\", \"do\": \"x\", \"with\": {\"a/b~c\": 2}}"));

    assertThat(found).extracting(Difference::path).containsExactly("/steps/a/with/a~1b~0c");
  }

  @Test
  void isEmptyForTheSameAndForNothingElse() {
    for (long seed = 0; seed < 5_000; seed++) {
      RandomDraft drafts = new RandomDraft(seed);
      JsonNode before = drafts.draft();
      JsonNode after = drafts.edited(before);

      assertThat(DefinitionDiff.between(JsonText.of(before), JsonText.of(after)).isEmpty())
          .as("%s%n%s", before, after)
          .isEqualTo(before.equals(after));
    }
  }

  @Test
  void copesWithVeryManySteps() {
    String many = "{},".repeat(40_000) + "{}";

    assertThat(DefinitionDiff.between(chain(many), chain("{\"id\": \"a\", \"do\": \"x\"}," + many)))
        .hasSize(1);
  }

  private static Json chain(String steps) {
    return new Json("{\"steps\": [" + steps + "]}");
  }
}

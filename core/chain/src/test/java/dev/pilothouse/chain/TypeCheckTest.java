package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.WrittenText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Definitions kept as files, and beside each what is said of it.
class TypeCheckTest {
  private static final DefinitionReader READER =
      new DefinitionReader(
          new FewActions(), new TypeCheck(EventCatalogue.standard(), new FewActions()));

  record Example(Path file, String name, String text) {
    static Example of(Path file) {
      String name = file.getFileName().toString().replace(".yaml", "");
      return new Example(file, name, Resources.read(file).text());
    }

    String said() {
      return Resources.read(problems()).text().strip();
    }

    private Path problems() {
      return file.resolveSibling(name + ".problems");
    }

    /// In the folder the build copies from.
    Path source() {
      return Path.of(System.getProperty("pilothouse.build"), "core/chain/src/test/resources")
          .resolve("typing/definitions")
          .resolve(problems().getFileName());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Example> examples() {
    try (Stream<Path> files = Files.list(Resources.folder("/typing/definitions"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(Example::of)
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /// After a change of words, `-Ddefinitions.accept` writes it all anew: read what changed.
  @ParameterizedTest
  @MethodSource("examples")
  void saysWhatIsWrongWithEachDefinition(Example example) throws IOException {
    if (System.getProperty("definitions.accept") != null) {
      String said = said(example.text());
      Files.writeString(example.source(), said.isEmpty() ? "" : said + "\n");
    }
    assertThat(said(example.text())).isEqualTo(example.said());
  }

  static String said(String text) {
    return problems(text).stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  private static List<Problem> problems(String text) {
    try {
      return READER.read(new WrittenText(SourceFormat.YAML, text)).warnings();
    } catch (DefinitionProblems refused) {
      return refused.problems();
    }
  }
}

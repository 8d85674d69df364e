package dev.pilothouse.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A definition with mistakes or doubts, kept as a file, and beside it a file of the problems it
/// gives, one a line.
record BrokenDefinition(Path file) {
  static List<BrokenDefinition> all() {
    return in("broken");
  }

  /// Those that are taken, with warnings.
  static List<BrokenDefinition> doubtful() {
    return in("doubtful");
  }

  private static List<BrokenDefinition> in(String folder) {
    try (Stream<Path> files = Files.list(Resources.folder("/definitions/" + folder))) {
      return files
          .filter(file -> !file.toString().endsWith(".problems"))
          .sorted()
          .map(BrokenDefinition::new)
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  String text() {
    return Resources.read(file).text();
  }

  /// Everything the reader says of it; warnings too where that is all.
  List<Problem> problems() {
    try {
      return new DefinitionReader(new FewActions()).read(Resources.written(file)).warnings();
    } catch (DefinitionProblems refused) {
      return refused.problems();
    }
  }

  String said() {
    return problems().stream().map(problem -> problem + "\n").collect(Collectors.joining());
  }

  String expected() {
    Path problems = problemsFile();
    return Files.exists(problems) ? Resources.read(problems).text() : "";
  }

  /// Takes what is said now for what is to be said, in the folder the build copies from.
  void accept() {
    Path source =
        Path.of(System.getProperty("pilothouse.build"), "core/chain/src/test/resources")
            .resolve("definitions")
            .resolve(Resources.folder("/definitions").relativize(problemsFile()));
    try {
      Files.writeString(source, said());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Path problemsFile() {
    return file.resolveSibling(name() + ".problems");
  }

  String name() {
    return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
  }

  @Override
  public String toString() {
    return name();
  }
}

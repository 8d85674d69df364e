package dev.pilothouse.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// The launcher shows help without Java, from files; they must say what Java would say.
class HelpTextsTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("pilothouse.build"), "app/src/main/help");
  private static final String OVERVIEW = "pilothouse";
  private static final List<String> OF_THE_LAUNCHER_ALONE = List.of("test", "bench");

  static Stream<String> topics() {
    return Stream.concat(Stream.of(OVERVIEW), commands().stream());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void saysWhatTheCommandSaysOfItself(String topic) throws IOException {
    Path file = FOLDER.resolve(topic + ".txt");
    String help = topic.equals(OVERVIEW) ? help() : help(topic);
    if (Boolean.getBoolean("help.write")) {
      Files.writeString(file, help);
    }
    assertThat(file)
        .as(
            "write it anew by: mvn -pl app -am test -Dtest=HelpTextsTest -Dhelp.write=true"
                + " -Dsurefire.failIfNoSpecifiedTests=false")
        .content()
        .isEqualTo(help);
  }

  @Test
  void hasNoFileOfACommandThatIsGone() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(topics(), OF_THE_LAUNCHER_ALONE.stream()).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("topics")
  void givesExamplesAndStaysNarrow(String topic) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(topic + ".txt"));
    assertThat(lines).anyMatch(line -> line.startsWith("  ./pilothouse "));
    assertThat(lines).allMatch(line -> line.length() <= Terminal.WIDTH);
  }

  private static Collection<String> commands() {
    CommandLine all =
        CommandLineInterface.commands(
            Surroundings.ofThisProcess(), new FakeKeys(), new FakeCarrier());
    return all.getSubcommands().keySet().stream().filter(name -> !name.equals("help")).toList();
  }

  private static String help(String... command) {
    String[] words = Stream.concat(Stream.of(command), Stream.of("--help")).toArray(String[]::new);
    return new Trial(Path.of("checkout")).run(words).out();
  }
}

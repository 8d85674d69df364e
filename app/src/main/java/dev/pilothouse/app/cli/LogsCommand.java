package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.DataFolder;
import dev.pilothouse.workers.platform.PlatformProblem;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "logs",
    description = "Show the newest lines of the parts' logs.",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ${ROOT-COMMAND-NAME} logs",
      "  ${ROOT-COMMAND-NAME} logs app -n 200",
      "  ${ROOT-COMMAND-NAME} logs --follow"
    })
final class LogsCommand implements Callable<Integer> {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "PART",
      description = "One of app, postgres, temporal, supervisor (default: all).")
  private @Nullable String part;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      description = "How many lines of each (default: 20).")
  private int lines = 20;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what is written from now on, until Ctrl-C.")
  private boolean follow;

  LogsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    DataFolder data = common.dataFolder(surroundings);
    List<LogPart> parts = parts();
    if (!follow) {
      refuseWhereNothingIs(data, parts);
    }
    parts.forEach(name -> printNewest(data, name));
    if (follow) {
      follow(data, parts);
    }
    return CommandLine.ExitCode.OK;
  }

  private List<LogPart> parts() {
    return part == null ? List.of(LogPart.values()) : List.of(named(part));
  }

  private LogPart named(String word) {
    return LogPart.named(word)
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(),
                "Expected one of %s, but found '%s'."
                    .formatted(String.join(", ", LogPart.names()), word)));
  }

  private void refuseWhereNothingIs(DataFolder data, List<LogPart> parts) {
    if (parts.stream().noneMatch(name -> Files.exists(data.log(name.toString())))) {
      throw new PlatformProblem(
          "Nothing has been logged in '" + data.logs() + "' yet.",
          surroundings.program() + " up starts Pilothouse; --data DIR names another folder.");
    }
  }

  private void printNewest(DataFolder data, LogPart name) {
    new LogTail(data.log(name.toString())).newest(lines).forEach(line -> print(name, line));
  }

  private void follow(DataFolder data, List<LogPart> parts) throws InterruptedException {
    List<LogFollower> followers =
        parts.stream()
            .map(name -> new LogFollower(data.log(name.toString()), line -> print(name, line)))
            .toList();
    while (!surroundings.terminal().out().checkError()) {
      followers.forEach(LogFollower::look);
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  private void print(LogPart name, String line) {
    surroundings.terminal().print(part == null ? labelled(name, line) : line);
  }

  private String labelled(LogPart name, String line) {
    String label = Table.padded(name.toString(), widestLabel()) + " |";
    return surroundings.terminal().styled(Terminal.Style.FAINT, label) + " " + line;
  }

  private static int widestLabel() {
    return LogPart.names().stream().mapToInt(String::length).max().orElse(0);
  }
}

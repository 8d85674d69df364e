package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.DataFolder;
import dev.pilothouse.workers.platform.PlatformProblem;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "reset",
    description = "Delete all data of a stopped Pilothouse. Asks first; there is no way back.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ${ROOT-COMMAND-NAME} reset",
      "  ${ROOT-COMMAND-NAME} reset --stop --yes   in a script"
    })
final class ResetCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(names = "--stop", description = "Stop it first where it runs.")
  private boolean stop;

  ResetCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    DataFolder data = common.dataFolder(surroundings);
    refuseWhileRunning(data);
    if (!yes) {
      askFor(data);
    }
    try (ShownProgress progress = surroundings.terminal().progress()) {
      if (stop) {
        surroundings.platform().stop(data, progress);
      }
      surroundings.platform().reset(data, progress);
    }
    return CommandLine.ExitCode.OK;
  }

  private void refuseWhileRunning(DataFolder data) {
    if (!stop && surroundings.platform().state(data).isPresent()) {
      throw new PlatformProblem(
          "Pilothouse runs on '" + data.root() + "', so its data cannot be deleted.",
          "Stop it first by " + surroundings.program() + " stop, or add --stop.");
    }
  }

  private void askFor(DataFolder data) {
    String name = nameOf(data.root());
    String question =
        "This deletes all events, runs, automations and keys in '%s', for ever.%nType the folder's name (%s) to go on:"
            .formatted(data.root(), name);
    String answer = surroundings.terminal().ask(question).orElseThrow(() -> nobodyThere(data));
    if (!answer.strip().equals(name)) {
      throw new PlatformProblem(
          "Expected '%s', but found '%s'; nothing was deleted.".formatted(name, answer.strip()),
          "Type exactly the last word of the folder's path.");
    }
  }

  private static PlatformProblem nobodyThere(DataFolder data) {
    return new PlatformProblem(
        "Nobody can be asked here whether all data in '" + data.root() + "' may be deleted.",
        "Add --yes if it may.");
  }

  private static String nameOf(Path folder) {
    Path last = folder.getFileName();
    return last == null ? folder.toString() : last.toString();
  }
}

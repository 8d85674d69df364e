package dev.pilothouse.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "stop",
    description = "Stop everything that runs on the data folder; nothing is lost.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  ${ROOT-COMMAND-NAME} stop", "  ${ROOT-COMMAND-NAME} stop --data /tmp/x"})
final class StopCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private CommonOptions common = new CommonOptions();

  StopCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (ShownProgress progress = surroundings.terminal().progress()) {
      surroundings.platform().stop(common.dataFolder(surroundings), progress);
    }
    return CommandLine.ExitCode.OK;
  }
}

package dev.pilothouse.app.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "version",
    description = "Say which version this is, and what it runs on.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  ${ROOT-COMMAND-NAME} version", "  ${ROOT-COMMAND-NAME} version --json"})
final class VersionCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  VersionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Map<String, String> versions =
        new Versions(surroundings.platform().state(common.dataFolder(surroundings))).all();
    if (json) {
      surroundings.terminal().print(Json.write(versions));
    } else {
      Table table = new Table();
      versions.forEach(table::row);
      table.lines().forEach(surroundings.terminal()::print);
    }
    return CommandLine.ExitCode.OK;
  }
}

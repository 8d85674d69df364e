package dev.pilothouse.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "key",
    description = "Make keys for programs that use the API.",
    synopsisSubcommandLabel = "create",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ${ROOT-COMMAND-NAME} key create --role admin",
      "  ${ROOT-COMMAND-NAME} key create --role operator --name crm --json | jq -r .key"
    })
final class KeyCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin
  @SuppressWarnings("UnusedVariable") // read by picocli
  private CommonOptions common = new CommonOptions();

  KeyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(surroundings.terminal().err());
    return CommandLine.ExitCode.USAGE;
  }
}

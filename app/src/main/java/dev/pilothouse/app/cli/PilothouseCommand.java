package dev.pilothouse.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What is said when no command is named: the overview.
@Command(
    name = "pilothouse",
    description = "Durable automations and AI employees, with a person at the wheel.",
    synopsisSubcommandLabel = "COMMAND",
    optionListHeading = "%n",
    commandListHeading = "%n",
    footerHeading = "%n",
    footer = {
      "In a checkout there are two more:",
      "  test [ARGS]         Run every test; ARGS go to Maven",
      "  bench NAME [ARGS]   Run a benchmark; without NAME list them",
      "",
      "First steps:",
      "  ${ROOT-COMMAND-NAME} up",
      "  ${ROOT-COMMAND-NAME} up --help"
    })
final class PilothouseCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--version", hidden = true, description = "As the command version.")
  private boolean version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and end.")
  @SuppressWarnings("UnusedVariable") // read by picocli, which then does not call us
  private boolean help;

  PilothouseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (version) {
      return new CommandLine(new VersionCommand(surroundings)).execute();
    }
    spec.commandLine().usage(surroundings.terminal().out());
    return CommandLine.ExitCode.OK;
  }
}

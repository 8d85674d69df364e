package dev.pilothouse.app.cli;

import picocli.CommandLine;

/// The one door to the commands: words in, exit code out.
public final class CommandLineInterface {

  private CommandLineInterface() {}

  /// Runs one command of this process to its end and returns what the process should exit with.
  public static int run(KeyOrders keys, CarrierOrders carrier, String... words) {
    return commands(Surroundings.ofThisProcess(), keys, carrier).execute(words);
  }

  /// All commands, in the order in which the overview lists them.
  static CommandLine commands(Surroundings surroundings, KeyOrders keys, CarrierOrders carrier) {
    CommandLine commands =
        new CommandLine(new PilothouseCommand(surroundings))
            .addSubcommand(new UpCommand(surroundings))
            .addSubcommand(new StopCommand(surroundings))
            .addSubcommand(new StatusCommand(surroundings))
            .addSubcommand(new LogsCommand(surroundings))
            .addSubcommand(key(surroundings, keys))
            .addSubcommand(hold(surroundings, carrier))
            .addSubcommand(new ReconcileCommand(surroundings, carrier))
            .addSubcommand(new ResetCommand(surroundings))
            .addSubcommand(new DoctorCommand(surroundings))
            .addSubcommand(new VersionCommand(surroundings))
            .addSubcommand(help());
    return asWeWriteIt(commands, surroundings);
  }

  private static CommandLine key(Surroundings surroundings, KeyOrders keys) {
    return new CommandLine(new KeyCommand(surroundings))
        .addSubcommand(new KeyCreateCommand(surroundings, keys));
  }

  private static CommandLine hold(Surroundings surroundings, CarrierOrders carrier) {
    return new CommandLine(new HoldCommand(surroundings, carrier))
        .addSubcommand(new HoldReleaseCommand(surroundings, carrier));
  }

  private static CommandLine help() {
    CommandLine help = new CommandLine(new CommandLine.HelpCommand());
    help.getCommandSpec().usageMessage().header("Show the help of a command.");
    return help;
  }

  private static CommandLine asWeWriteIt(CommandLine commands, Surroundings surroundings) {
    Terminal terminal = surroundings.terminal();
    return commands
        .setCommandName(surroundings.program())
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()))
        .setUsageHelpWidth(Terminal.WIDTH)
        .setHelpFactory(SpacedHelp::new)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new MistakeExplainer())
        .setExecutionExceptionHandler(new FaultExplainer(surroundings));
  }
}

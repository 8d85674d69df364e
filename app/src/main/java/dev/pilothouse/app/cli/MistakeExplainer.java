package dev.pilothouse.app.cli;

import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// For words that are no command of ours: what was expected, the near name, and where all names
/// are.
final class MistakeExplainer implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException mistake, String[] words) {
    CommandLine command = mistake.getCommandLine();
    command.getErr().println(sentence(mistake));
    command
        .getErr()
        .println("See " + command.getCommandSpec().qualifiedName() + " --help for all names.");
    return CommandLine.ExitCode.USAGE;
  }

  private static String sentence(ParameterException mistake) {
    return mistake instanceof UnmatchedArgumentException unknown
        ? unknown(unknown)
        : withFullStop(String.valueOf(mistake.getMessage()));
  }

  private static String unknown(UnmatchedArgumentException unknown) {
    CommandLine command = unknown.getCommandLine();
    String word = unknown.getUnmatched().getFirst();
    Set<String> names = unknown.isUnknownOption() ? options(command) : commands(command);
    String near = NearName.of(word, names).map(name -> " Did you mean '" + name + "'?").orElse("");
    return "Expected %s, but found '%s'.%s".formatted(kind(unknown), word, near);
  }

  private static String kind(UnmatchedArgumentException unknown) {
    if (unknown.isUnknownOption()) {
      return "an option";
    }
    return commands(unknown.getCommandLine()).isEmpty() ? "nothing more" : "a command";
  }

  private static Set<String> options(CommandLine command) {
    return command.getCommandSpec().optionsMap().keySet();
  }

  private static Set<String> commands(CommandLine command) {
    return command.getSubcommands().keySet();
  }

  private static String withFullStop(String message) {
    return message.endsWith(".") ? message : message + ".";
  }
}

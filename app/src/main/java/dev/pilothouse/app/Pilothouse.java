package dev.pilothouse.app;

import dev.pilothouse.app.cli.CommandLineInterface;
import java.util.Arrays;
import java.util.List;

/// Where every process of Pilothouse begins: a command for people, or with `serve` (and without a
/// command) the server itself.
public final class Pilothouse {
  private Pilothouse() {}

  public static void main(String[] args) {
    if (isServer(args)) {
      Server.run(options(args), System.getenv());
    } else {
      System.setProperty("logback.configurationFile", "command-logging.xml");
      System.exit(CommandLineInterface.run(new KeysInDatabase(), new CarrierInDatabase(), args));
    }
  }

  private static boolean isServer(String[] args) {
    return args.length > 0
        && (args[0].equals("serve") || (args[0].startsWith("--") && !isHelp(args[0])));
  }

  private static boolean isHelp(String option) {
    return option.equals("--help") || option.equals("--version");
  }

  private static List<String> options(String[] args) {
    List<String> all = Arrays.asList(args);
    return args[0].equals("serve") ? all.subList(1, all.size()) : all;
  }
}

package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.Cache;
import dev.pilothouse.workers.platform.TemporalChoice;
import dev.pilothouse.workers.platform.UpOptions;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "up",
    description = "Start PostgreSQL, Temporal and Pilothouse, and say where they are.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ${ROOT-COMMAND-NAME} up                         until Ctrl-C",
      "  ${ROOT-COMMAND-NAME} up --detach                return when ready; stop ends it",
      "  ${ROOT-COMMAND-NAME} up --port 0 --data /tmp/x  beside another one",
      "  ${ROOT-COMMAND-NAME} up --temporal temporal.example.com:7233"
    })
final class UpCommand implements Callable<Integer> {

  private static final int HIGHEST_PORT = 65_535;

  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--detach", description = "Return when all is ready, and leave it running.")
  private boolean detach;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "Where the page and the API are (default: 8080); the next free port where it is taken; "
              + "0 picks free ports for everything.")
  private String port = "8080";

  @Option(
      names = "--temporal",
      paramLabel = "WHICH",
      description = {
        "dev (default): the official development server, its data in a file;",
        "postgres: the full server on our PostgreSQL, built here by Go;",
        "HOST:PORT: one that runs already."
      })
  private String temporal = "dev";

  UpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    UpOptions options = options();
    boolean loginWaited = Files.exists(options.data().firstLogin());
    try (PlatformOrders.Started started = start(options)) {
      new Welcome(surroundings, options, started, loginWaited).print();
      if (!detach && !started.foundRunning()) {
        stay(started);
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private UpOptions options() {
    return new UpOptions(
        common.dataFolder(surroundings),
        Cache.standard(),
        portNumber(),
        TemporalChoice.parse(temporal),
        detach,
        new BootJar(surroundings).path());
  }

  private int portNumber() {
    if (port.matches("\\d{1,5}") && Integer.parseInt(port) <= HIGHEST_PORT) {
      return Integer.parseInt(port);
    }
    throw new ParameterException(
        spec.commandLine(),
        "Expected a port from 0 to %d for --port, but found '%s'.".formatted(HIGHEST_PORT, port));
  }

  private PlatformOrders.Started start(UpOptions options) {
    try (ShownProgress progress = surroundings.terminal().progress()) {
      return surroundings.platform().up(options, progress);
    }
  }

  /// Ctrl-C is the platform's: it stops everything and says so before this process ends.
  private void stay(PlatformOrders.Started started) throws InterruptedException {
    started.await();
    if (!surroundings.isEnding().getAsBoolean()) {
      surroundings.terminal().say("Stopped from elsewhere.");
    }
  }
}

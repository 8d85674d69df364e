package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.DataFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every command understands.
final class CommonOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The folder that holds all data and logs (default: the checkout's data, else ./data).")
  private @Nullable Path data;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and end.")
  @SuppressWarnings("UnusedVariable") // read by picocli, which then does not call us
  private boolean help;

  DataFolder dataFolder(Surroundings surroundings) {
    return new DataFolder(
        Optional.ofNullable(data)
            .map(surroundings.workingFolder()::resolve)
            .orElseGet(surroundings::usualData));
  }
}

package dev.pilothouse.app;

import dev.pilothouse.workers.platform.PlatformProblem;
import java.util.List;
import java.util.Map;

/// The settings of commands that work on the database itself: those of what `up` started, else the
/// environment's.
final class CommandSettings {
  private CommandSettings() {}

  static Settings read(Map<String, String> given) {
    if (!given.containsKey("PILOTHOUSE_DATABASE_URL")) {
      throw new PlatformProblem(
          "Nothing runs on this data folder, and the environment names no database.",
          "Start Pilothouse first, or set PILOTHOUSE_DATABASE_URL and the server's other settings.");
    }
    try {
      return Settings.read(List.of(), given);
    } catch (SettingsProblem problem) {
      throw new PlatformProblem(
          String.join(" ", problem.sentences()), "Correct it and run the same command again.");
    }
  }
}

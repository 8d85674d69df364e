package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.nio.file.Path;

/// One place that gives the Temporal CLI.
interface TemporalSource {

  /// In words that fit behind "Fetching Temporal from".
  String words();

  /// Brings the program into the folder, unchecked.
  ///
  /// @return the program's file
  /// @throws IOException with the reason in words, where this place does not give it
  Path fetch(Path folder, Progress progress) throws IOException, InterruptedException;
}

package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.Progress;

/// Progress that a person sees until it is closed; what is written after that starts on a line of
/// its own.
interface ShownProgress extends Progress, AutoCloseable {

  @Override
  void close();
}

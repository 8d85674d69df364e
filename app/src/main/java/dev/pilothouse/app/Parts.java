package dev.pilothouse.app;

import dev.pilothouse.spi.Health;
import dev.pilothouse.spi.PartHealth;
import java.util.List;

/// The parts of this process, in the order in which they need each other.
final class Parts implements Health, AutoCloseable {
  private final List<Part> parts;
  private final Runnable endOfWork;

  /// They come up beside the rest of the process: whoever takes over from a dead one is waited for.
  ///
  /// @param endOfWork lets end what is under way; the parts are up meanwhile, since others take the
  ///   runs of a process over whose lease is not renewed
  Parts(List<Part> parts, Runnable endOfWork) {
    this.endOfWork = endOfWork;
    this.parts = List.copyOf(parts);
    this.parts.forEach(Part::start);
  }

  @Override
  public List<PartHealth> parts() {
    return parts.stream().map(Part::health).toList();
  }

  @Override
  public void close() {
    try {
      endOfWork.run();
    } finally {
      parts.forEach(Part::close);
    }
  }
}

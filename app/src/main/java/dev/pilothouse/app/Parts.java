package dev.pilothouse.app;

import dev.pilothouse.spi.Health;
import dev.pilothouse.spi.PartHealth;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/// The parts of this process, in the order in which they need each other.
final class Parts implements Health, SmartLifecycle {
  private final List<Part> parts;
  private volatile boolean running;

  Parts(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  @Override
  public List<PartHealth> parts() {
    return parts.stream().map(Part::health).toList();
  }

  @Override
  public void start() {
    running = true;
    parts.forEach(Part::start);
  }

  @Override
  public void stop() {
    running = false;
    parts.forEach(Part::close);
  }

  /// Before the web server, beside which the parts then come up.
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

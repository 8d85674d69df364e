package dev.pilothouse.workers.temporal;

import java.time.Duration;

/// Settings of the workers.
///
/// @param slots walks under way at once in this process
/// @param shutdownGrace how long a stop waits for activities under way before it interrupts them
/// @param deployment name of the worker deployment; empty for no worker versioning
/// @param buildId version of this program within the deployment; goes with `deployment`
public record WorkerConfig(int slots, Duration shutdownGrace, String deployment, String buildId) {

  public WorkerConfig {
    if (slots < 1 || slots > 10_000) {
      throw new IllegalArgumentException(
          "expected 'slots' between 1 and 10000, but found " + slots);
    }
    if (shutdownGrace.isNegative() || shutdownGrace.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(
          "expected 'shutdown-grace' between PT0S and PT1H, but found " + shutdownGrace);
    }
    if (deployment.isEmpty() != buildId.isEmpty()) {
      throw new IllegalArgumentException(
          "expected 'deployment' and 'build-id' both, but found one");
    }
  }

  public static WorkerConfig defaults() {
    return new WorkerConfig(200, Duration.ofSeconds(20), "", "");
  }
}

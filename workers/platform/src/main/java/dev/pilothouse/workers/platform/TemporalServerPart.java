package dev.pilothouse.workers.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The full Temporal server on our own PostgreSQL.
record TemporalServerPart(Plan plan, Secrets secrets) implements Part {

  @Override
  public String name() {
    return "temporal";
  }

  @Override
  public String title() {
    return "Temporal";
  }

  @Override
  public String version() {
    return plan.temporal().version();
  }

  @Override
  public GuardedProcess.Command prepare() {
    return new GuardedProcess.Command(
        List.of(plan.temporal().program(), "start"), Map.of(), "TERM", Duration.ofSeconds(15));
  }

  @Override
  public boolean isReady() {
    return FreePorts.answers("127.0.0.1", plan.temporal().ports().grpc(), Duration.ofSeconds(1));
  }

  @Override
  public boolean endsForAReason(int exitCode) {
    return false;
  }
}

package dev.pilothouse.workers.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// The CLI's development server on a file of its own.
record TemporalDevPart(Plan plan) implements Part {

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
    TemporalFile file = new TemporalFile(plan.dataFolder().temporal());
    file.prepare(version());
    TemporalCli cli = new TemporalCli(Path.of(plan.temporal().program()), version());
    return new GuardedProcess.Command(
        cli.serverCommand(plan.temporal().ports(), file.database()),
        Map.of(),
        "INT",
        Duration.ofSeconds(15));
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

package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The full Temporal server on our own PostgreSQL. It brings no page, no namespace and no schema:
/// we see to the last two.
record TemporalServerPart(Plan plan, Secrets secrets) implements Part {

  private static final Duration DATABASE_WITHIN = Duration.ofMinutes(2);

  /// See [PortPicker#forTemporalServer] for why they are not just any.
  private static final int INNER_PORTS = 17_234;

  private static final String DYNAMIC =
      """
      # Read anew every minute; keys as in Temporal's documentation of dynamic configuration.
      system.enableActivityEagerExecution:
        - value: true
      """;

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
    PostgresDoor door = new PostgresDoor(plan.postgresPort(), secrets.superuser());
    if (!Patience.until(DATABASE_WITHIN, door::isOpen)) {
      throw new IllegalStateException("PostgreSQL does not answer, so Temporal cannot start");
    }
    new TemporalSchema(door, plan.temporal().sqlTool(), secrets.temporal()).prepare();
    return new GuardedProcess.Command(
        List.of(plan.temporal().program(), "start"), environment(), "TERM", Duration.ofSeconds(20));
  }

  @Override
  public boolean isReady() {
    return FreePorts.answers("127.0.0.1", plan.temporal().ports().grpc(), Duration.ofSeconds(1))
        && hasNamespace();
  }

  @Override
  public boolean endsForAReason(int exitCode) {
    return false;
  }

  private boolean hasNamespace() {
    HostCommand.Result result =
        HostCommand.of(
                List.of(
                    plan.temporal().cli(),
                    "operator",
                    "namespace",
                    "create",
                    "--namespace",
                    "default",
                    "--retention",
                    "7d",
                    "--address",
                    plan.temporal().target()))
            .run(Duration.ofSeconds(20));
    return result.succeeded() || result.output().contains("already");
  }

  private Map<String, String> environment() {
    TemporalPorts ports = plan.temporal().ports();
    Map<String, String> environment = new HashMap<>();
    environment.put("DB", "postgres12_pgx");
    environment.put("POSTGRES_SEEDS", "127.0.0.1");
    environment.put("DB_PORT", Integer.toString(plan.postgresPort()));
    environment.put("POSTGRES_USER", TemporalSchema.ROLE);
    environment.put("POSTGRES_PWD", secrets.temporal());
    environment.put("DBNAME", TemporalSchema.MAIN);
    environment.put("VISIBILITY_DBNAME", TemporalSchema.VISIBILITY);
    environment.put("BIND_ON_IP", "127.0.0.1");
    environment.put("TEMPORAL_BROADCAST_ADDRESS", "127.0.0.1");
    environment.put("LOG_LEVEL", "warn");
    environment.put("DYNAMIC_CONFIG_FILE_PATH", dynamicConfig().toString());
    environment.put("FRONTEND_GRPC_PORT", Integer.toString(ports.grpc()));
    environment.put("FRONTEND_HTTP_PORT", Integer.toString(ports.http()));
    FreePorts inner = new FreePorts();
    for (String service : List.of("HISTORY", "MATCHING", "WORKER")) {
      environment.put(service + "_GRPC_PORT", Integer.toString(inner.at(INNER_PORTS)));
    }
    for (String service : List.of("FRONTEND", "HISTORY", "MATCHING", "WORKER")) {
      environment.put(service + "_MEMBERSHIP_PORT", Integer.toString(inner.at(INNER_PORTS)));
    }
    return environment;
  }

  /// Ours at first, a person's to edit from then on.
  private Path dynamicConfig() {
    Path file = plan.dataFolder().temporal().resolve("dynamic.yaml");
    try {
      Files.createDirectories(plan.dataFolder().temporal());
      if (!Files.exists(file)) {
        Files.writeString(file, DYNAMIC);
      }
      return file;
    } catch (IOException e) {
      throw FileProblem.writing(file, e);
    }
  }
}

package dev.pilothouse.workers.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// The database: its cluster is made at the first start, its roles get their passwords at each.
record PostgresPart(Plan plan, Secrets secrets, PostgresBinaries binaries) implements Part {

  private static final Map<String, String> SETTINGS =
      Map.of("max_connections", "200", "cluster_name", "pilothouse");

  static PostgresPart of(Plan plan, Secrets secrets) {
    return new PostgresPart(plan, secrets, PostgresBinaries.in(Path.of(plan.postgresBinaries())));
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String title() {
    return "PostgreSQL";
  }

  @Override
  public String version() {
    return binaries.version();
  }

  @Override
  public GuardedProcess.Command prepare() {
    DataFolder data = plan.dataFolder();
    PostgresCluster cluster =
        new PostgresCluster(data.postgres(), binaries, ServerUser.find(binaries, data.root()));
    cluster.prepare(secrets.superuser());
    return new GuardedProcess.Command(
        cluster.serverCommand(plan.postgresPort(), SETTINGS),
        Map.of("LC_ALL", "C"),
        "INT",
        Duration.ofSeconds(30));
  }

  @Override
  public boolean isReady() {
    PostgresDoor door = new PostgresDoor(plan.postgresPort(), secrets.superuser());
    if (!door.isOpen()) {
      return false;
    }
    door.giveRoles(secrets.roles());
    return true;
  }

  @Override
  public boolean endsForAReason(int exitCode) {
    return false;
  }
}

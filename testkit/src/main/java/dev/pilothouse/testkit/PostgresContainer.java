package dev.pilothouse.testkit;

import dev.pilothouse.workers.platform.PostgresServer;
import java.io.IOException;
import java.util.UUID;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.MountableFile;

/// PostgreSQL from the official image, with the same roles from the same file. Testcontainers
/// removes it when this JVM has ended.
final class PostgresContainer {

  private static final String IMAGE = "postgres:18";
  private static final String ROLES = "dev/pilothouse/workers/platform/roles.sql";

  private PostgresContainer() {}

  // The container must outlive this method.
  @SuppressWarnings("resource")
  static PostgresAddress start() {
    var password = UUID.randomUUID().toString();
    var container =
        new PostgreSQLContainer(IMAGE)
            .withUsername(PostgresServer.SUPERUSER)
            .withPassword(password)
            .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300")
            .withCopyFileToContainer(MountableFile.forClasspathResource(ROLES), "/roles.sql");
    container.start();
    var address =
        new PostgresAddress(
            container.getHost(),
            container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
            password,
            PostgresAddress.freshPasswords());
    giveRoles(container, address);
    return address;
  }

  private static void giveRoles(PostgreSQLContainer container, PostgresAddress address) {
    try {
      var run =
          container.execInContainer(
              "psql",
              "--username=" + PostgresServer.SUPERUSER,
              "--set=ON_ERROR_STOP=1",
              "--set=migrator_password=" + address.roles().migrator(),
              "--set=app_password=" + address.roles().app(),
              "--set=system_password=" + address.roles().system(),
              "--file=/roles.sql");
      if (run.getExitCode() != 0) {
        throw new IllegalStateException("roles.sql was refused: " + run.getStderr());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

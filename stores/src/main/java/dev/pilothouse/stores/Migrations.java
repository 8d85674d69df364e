package dev.pilothouse.stores;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// Brings the schema to this version, as `pilothouse_migrator`. Several processes may try at once:
/// the first migrates, the others wait for its lock.
public final class Migrations {
  private final DatabaseConfig config;

  public Migrations(DatabaseConfig config) {
    this.config = config;
  }

  /// Migrates, or checks that another process has, where this one has no migrator's password.
  ///
  /// @throws SchemaTooOld when the schema is older than this program and nobody here may change it
  public void run() {
    if (config.migratorPassword().isEmpty()) {
      requireCurrent();
    } else {
      flyway("pilothouse_migrator", config.migratorPassword()).load().migrate();
    }
  }

  private void requireCurrent() {
    int pending =
        flyway("pilothouse_system", config.systemPassword()).load().info().pending().length;
    if (pending > 0) {
      throw new SchemaTooOld(pending);
    }
  }

  private FluentConfiguration flyway(String role, String password) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(config.url(), role, password)
        .schemas("pilothouse")
        .defaultSchema("pilothouse")
        .createSchemas(true)
        .table("schema_history")
        .locations("classpath:db/migration")
        .loggers("slf4j");
  }

  /// The schema waits for a process that may migrate it.
  public static final class SchemaTooOld extends RuntimeException {
    SchemaTooOld(int pending) {
      super(
          "The database lacks "
              + pending
              + " of this version's migrations, and 'database.migrator-password' is not set here."
              + " Start one process with it; this one goes on by itself afterwards.");
    }
  }
}

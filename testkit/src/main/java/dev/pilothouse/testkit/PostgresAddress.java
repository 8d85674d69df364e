package dev.pilothouse.testkit;

import dev.pilothouse.workers.platform.PostgresServer;
import dev.pilothouse.workers.platform.RolePasswords;
import java.util.UUID;

/// A running PostgreSQL that has the three roles of `roles.sql`.
record PostgresAddress(String host, int port, String superuserPassword, RolePasswords roles) {

  static RolePasswords freshPasswords() {
    return new RolePasswords(fresh(), fresh(), fresh());
  }

  DatabaseLogin superuser(String database) {
    return login(database, PostgresServer.SUPERUSER, superuserPassword);
  }

  DatabaseLogin migrator(String database) {
    return login(database, "pilothouse_migrator", roles.migrator());
  }

  DatabaseLogin app(String database) {
    return login(database, "pilothouse_app", roles.app());
  }

  DatabaseLogin system(String database) {
    return login(database, "pilothouse_system", roles.system());
  }

  private DatabaseLogin login(String database, String user, String password) {
    var url = "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    return new DatabaseLogin(url, user, password);
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }
}

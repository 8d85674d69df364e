package dev.pilothouse.testkit;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The one PostgreSQL of this JVM: migrates each template once and copies it for each test class,
/// which is cheap.
final class Postgres {

  private static final String EMPTY = "template0";

  private final PostgresAddress address;
  private final Map<String, String> templates = new ConcurrentHashMap<>();
  private final AtomicInteger copies = new AtomicInteger();

  private Postgres(PostgresAddress address) {
    this.address = address;
  }

  static Postgres ofThisJvm() {
    return TheOne.POSTGRES;
  }

  PostgresAddress address() {
    return address;
  }

  /// A new database as `migration` leaves an empty one; `name` stands for what it does, and it runs
  /// for the first copy only.
  String copyOf(String name, PostgresDatabase.Migration migration) {
    var template = templates.computeIfAbsent(name, _ -> prepare(name, migration));
    return create("test_" + copies.incrementAndGet(), template);
  }

  void drop(String database) {
    asSuperuser("drop database if exists %s with (force)".formatted(database));
  }

  private String prepare(String name, PostgresDatabase.Migration migration) {
    var template = "template_" + name;
    drop(template);
    create(template, EMPTY);
    migration.migrate(address.migrator(template));
    // A template must have no visitors, and a pool may still be closing.
    asSuperuser(
        "alter database %s allow_connections false".formatted(template),
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
            .formatted(template));
    return template;
  }

  /// Copies hold neither owner nor rights of their template: the same as `roles.sql` gives.
  private String create(String database, String template) {
    asSuperuser(
        "create database %s template %s strategy file_copy".formatted(database, template),
        "alter database %s owner to pilothouse_migrator".formatted(database),
        "revoke all on database %s from public".formatted(database),
        "grant connect, temporary on database %s to pilothouse_app, pilothouse_system"
            .formatted(database));
    return database;
  }

  private void asSuperuser(String... statements) {
    try (var connection = address.superuser("postgres").connect();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused: " + e.getMessage(), e);
    }
  }

  /// Started by the first test class that asks.
  private static final class TheOne {
    static final Postgres POSTGRES =
        new Postgres(
            switch (Parts.ofThisRun()) {
              case EMBEDDED -> EmbeddedPostgres.start();
              case CONTAINERS -> PostgresContainer.start();
            });
  }
}

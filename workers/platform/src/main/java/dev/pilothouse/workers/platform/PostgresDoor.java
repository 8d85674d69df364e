package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The superuser's way into a server of ours: waits until it opens, and makes the roles and
/// databases that others come in by.
record PostgresDoor(int port, String superuserPassword) {

  private static final String ROLES = "roles.sql";

  /// Whether the server lets us in by now.
  ///
  /// @throws PlatformProblem where it opened and refused our password: waiting would not help
  boolean isOpen() {
    if (!FreePorts.answers("127.0.0.1", port, Duration.ofSeconds(1))) {
      return false;
    }
    try (Connection _ = connect("postgres")) {
      return true;
    } catch (SQLException e) {
      refuseWrongPassword(e);
      return false;
    }
  }

  /// The roles of `roles.sql` with these passwords and the database `pilothouse`; changes nothing
  /// but passwords where they exist.
  void giveRoles(RolePasswords passwords) {
    asSuperuser(statement -> {
      if (!hasDatabase(statement, "pilothouse")) {
        statement.execute("create database pilothouse");
      }
      statement.execute(
          filledIn(
              roles(),
              Map.of(
                  "migrator_password", passwords.migrator(),
                  "app_password", passwords.app(),
                  "system_password", passwords.system())));
    });
  }

  /// A login role for a server that brings its own schema.
  void giveOwner(String role, String password) {
    asSuperuser(statement -> {
      if (!has(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
        statement.execute("create role " + role + " login");
      }
      statement.execute("alter role " + role + " password " + quoted(password));
    });
  }

  boolean hasDatabase(String name) {
    boolean[] found = new boolean[1];
    asSuperuser(statement -> found[0] = hasDatabase(statement, name));
    return found[0];
  }

  void recreateDatabase(String name, String owner) {
    asSuperuser(statement -> {
      statement.execute("drop database if exists " + name + " with (force)");
      statement.execute("create database " + name + " owner " + owner);
    });
  }

  void renameDatabase(String from, String to) {
    asSuperuser(statement -> statement.execute("alter database " + from + " rename to " + to));
  }

  void change(String database, String sql) {
    asSuperuser(database, statement -> statement.execute(sql));
  }

  /// psql's way to fill a variable in as a literal, `:'name'`, so that psql and we run the same
  /// file.
  static String filledIn(String sql, Map<String, String> variables) {
    String filled = sql;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      filled = filled.replace(":'" + variable.getKey() + "'", quoted(variable.getValue()));
    }
    return filled;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private interface Orders {
    void give(Statement statement) throws SQLException;
  }

  private void asSuperuser(Orders orders) {
    asSuperuser("postgres", orders);
  }

  private void asSuperuser(String database, Orders orders) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      orders.give(statement);
    } catch (SQLException e) {
      refuseWrongPassword(e);
      throw new IllegalStateException("PostgreSQL did not do what its superuser asked for", e);
    }
  }

  private static boolean hasDatabase(Statement statement, String name) throws SQLException {
    return has(statement, "select 1 from pg_database where datname = '" + name + "'");
  }

  private static boolean has(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", PostgresServer.SUPERUSER);
    properties.setProperty("password", superuserPassword);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("ApplicationName", "pilothouse supervisor");
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    return DriverManager.getConnection(url, properties);
  }

  private static void refuseWrongPassword(SQLException e) {
    if ("28P01".equals(e.getSQLState())) {
      throw new PlatformProblem(
          "PostgreSQL refused the superuser's password that secrets.json holds.",
          "Put back the secrets.json that belongs to this data folder; nothing in the database was changed.",
          e);
    }
  }

  private static String roles() {
    try (@Nullable InputStream file = PostgresDoor.class.getResourceAsStream(ROLES)) {
      if (file == null) {
        throw new IllegalStateException(ROLES + " is missing in this build");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

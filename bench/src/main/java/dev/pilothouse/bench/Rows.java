package dev.pilothouse.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What PostgreSQL says, read as the engine's own role: it sees the rows of all tenants. A proof
/// believes rows, not answers.
final class Rows {
  private final String url;
  private final Login login;

  private record Login(String role, String password) {
    @Override
    public String toString() {
      return role;
    }
  }

  private Rows(Map<String, String> settings, String role, String passwordKey) {
    this.url = settings.getOrDefault("PILOTHOUSE_DATABASE_URL", "");
    this.login = new Login(role, settings.getOrDefault(passwordKey, ""));
  }

  static Rows ofTheSystem(House house) {
    return ofTheSystem(house.settings());
  }

  static Rows ofTheSystem(Map<String, String> settings) {
    return new Rows(settings, "pilothouse_system", "PILOTHOUSE_DATABASE_SYSTEM_PASSWORD");
  }

  /// For what a proof changes in the schema: the owner of the tables.
  static Rows ofTheMigrator(House house) {
    return new Rows(
        house.settings(), "pilothouse_migrator", "PILOTHOUSE_DATABASE_MIGRATOR_PASSWORD");
  }

  /// Makes a value of one row.
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  <T> List<T> list(String sql, Reading<T> reading, Object... arguments) {
    try (Connection connection = connect();
        PreparedStatement statement = prepared(connection, sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reading.of(rows));
      }
      return found;
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  long number(String sql, Object... arguments) {
    return list(sql, row -> row.getLong(1), arguments).getFirst();
  }

  /// Empty while the database is away.
  Optional<Long> numberIfThere(String sql, Object... arguments) {
    try {
      return Optional.of(number(sql, arguments));
    } catch (IllegalStateException away) {
      return Optional.empty();
    }
  }

  void change(String sql, Object... arguments) {
    try (Connection connection = connect();
        PreparedStatement statement = prepared(connection, sql, arguments)) {
      var _ = statement.execute();
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  private Connection connect() throws SQLException {
    String separator = url.contains("?") ? "&" : "?";
    return DriverManager.getConnection(
        url + separator + "currentSchema=pilothouse&ApplicationName=bench",
        login.role(),
        login.password());
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int at = 0; at < arguments.length; at++) {
      statement.setObject(at + 1, arguments[at]);
    }
    return statement;
  }
}

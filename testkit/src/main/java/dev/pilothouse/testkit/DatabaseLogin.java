package dev.pilothouse.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// How one role enters one database.
public record DatabaseLogin(String url, String user, String password) {

  /// A new connection, to be closed by the caller.
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /// Passwords stay out of test reports.
  @Override
  public String toString() {
    return user + " at " + url;
  }
}

package dev.pilothouse.stores;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/// A lock that stands as long as its connection does: the database itself notices when this process
/// has died.
final class AdvisoryLock implements AutoCloseable {
  private final Database database;
  private final long key;
  private @Nullable Connection connection;

  AdvisoryLock(Database database, long key) {
    this.database = database;
    this.key = key;
  }

  long key() {
    return key;
  }

  /// Takes it, also after the database has dropped it.
  synchronized void hold() {
    try {
      if (connection == null || !connection.isValid(2)) {
        close();
        connection = locked(database.openOwn());
      }
    } catch (SQLException away) {
      throw new DataAccessResourceFailureException("The lock cannot be held now.", away);
    }
  }

  private Connection locked(Connection opened) throws SQLException {
    opened.setAutoCommit(true);
    try (PreparedStatement lock = opened.prepareStatement("select pg_try_advisory_lock(?)")) {
      lock.setLong(1, key);
      lock.execute();
      return opened;
    } catch (SQLException failed) {
      opened.close();
      throw failed;
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException gone) {
      // it is closed either way
    } finally {
      connection = null;
    }
  }
}

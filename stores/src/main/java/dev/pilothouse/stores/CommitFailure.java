package dev.pilothouse.stores;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

/// What a failed commit says about trying again.
enum CommitFailure {
  /// Two transactions stood in each other's way: the same again succeeds.
  COLLIDED,
  /// The connection broke or the server is going down; whether it was committed is unknown.
  CUT_OFF,
  /// No connection is to be had: whoever waits behind would only wait for the same.
  AWAY,
  /// The database, or our own code, does not want these rows.
  REFUSED;

  private static final Set<String> COLLISIONS = Set.of("40P01", "40001", "55P03");

  /// Classes of states that tell of the server and not of the rows: connection, resources, operator
  /// and system. Not 54: a value too large for an index is its row's own fault.
  private static final Set<String> SERVER = Set.of("08", "53", "57", "58");

  /// The server cut a transaction that stood still for too long, as that of a frozen process does.
  private static final Set<String> STOOD_STILL = Set.of("25P03", "25P04");

  static CommitFailure of(Throwable failure) {
    String state = sqlState(failure);
    boolean collided = state.isEmpty() ? isCollision(failure) : COLLISIONS.contains(state);
    if (collided) {
      return COLLIDED;
    }
    if (failure instanceof CannotCreateTransactionException) {
      return AWAY;
    }
    boolean cut = state.isEmpty() ? tellsOfServer(failure) : isOfServer(state);
    return cut ? CUT_OFF : REFUSED;
  }

  private static boolean isCollision(Throwable failure) {
    return failure instanceof ConcurrencyFailureException;
  }

  private static boolean isOfServer(String state) {
    return SERVER.contains(state.substring(0, 2)) || STOOD_STILL.contains(state);
  }

  private static boolean tellsOfServer(Throwable failure) {
    return failure instanceof DataAccessResourceFailureException
        || failure instanceof TransientDataAccessException
        || failure instanceof TransactionException;
  }

  /// What the database says is wrong, in five letters; empty where it was not the database.
  static String sqlState(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }
}

package dev.pilothouse.builderapi;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/// Tells a request that found the database away from one that found a fault of ours: the first is
/// worth sending again.
final class DatabaseAway {
  static final String SENTENCE =
      "The database does not answer now. Nothing of this request is certain to be kept; send it"
          + " again, an event with the same id.";

  /// Classes of states that tell of a connection that broke in the middle, or of a server that is
  /// going down: connection, resources, operator, system.
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

  /// It cut a transaction that stood still, as after this process was frozen.
  private static final String STOOD_STILL = "25P03";

  private DatabaseAway() {}

  static boolean isToldBy(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(DatabaseAway::isItself);
  }

  private static boolean isItself(Throwable failure) {
    return switch (failure) {
      case CannotCreateTransactionException _ -> true;
      case DataAccessResourceFailureException _ -> true;
      case TransientDataAccessException _ -> true;
      case SQLException told -> isTold(Objects.requireNonNullElse(told.getSQLState(), "08"));
      default -> false;
    };
  }

  private static boolean isTold(String state) {
    return state.equals(STOOD_STILL)
        || CLASSES.contains(state.substring(0, Math.min(2, state.length())));
  }
}

package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings in every process when a run gets an order, so that a call under way can be cut at once. An
/// order stands in its row all the same: those given while nobody listened are rung for when the
/// listening begins.
public final class OrderBell implements AutoCloseable {
  static final String CHANNEL = "pilothouse_order";

  /// Of all processes: each knows by itself what it walks.
  private static final String WAITING =
      "select id from pilothouse.run where ordered and finished_at is null";

  private static final Logger LOG = LoggerFactory.getLogger(OrderBell.class);
  private static final Duration BEFORE_LISTENING_AGAIN = Duration.ofMillis(500);
  private static final int WAIT_MILLIS = 1_000;

  /// A server that has vanished is as silent as one that has nothing to say.
  private static final int LOOKS_BEFORE_ASKING = 5;

  private static final int ANSWER_SECONDS = 2;

  private final Database database;
  private final Consumer<RunId> ordered;
  private final Thread thread;

  public OrderBell(Database database, Consumer<RunId> ordered) {
    this.database = database;
    this.ordered = ordered;
    thread = Thread.ofPlatform().daemon().name("order-bell").unstarted(this::listenOn);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void listenOn() {
    while (!Thread.currentThread().isInterrupted()) {
      try (Connection connection = database.openOwn()) {
        listen(connection);
      } catch (SQLException away) {
        LOG.debug("The bell for orders is away", away);
        pause();
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
      ringForWhatWaits(statement); // after it, so that no order falls between the two
    }
    PGConnection notices = connection.unwrap(PGConnection.class);
    for (int look = 1; !Thread.currentThread().isInterrupted(); look++) {
      for (PGNotification notice : notices.getNotifications(WAIT_MILLIS)) {
        RunId.parse(notice.getParameter()).ifPresent(this::ring);
      }
      if (look % LOOKS_BEFORE_ASKING == 0 && !connection.isValid(ANSWER_SECONDS)) {
        throw new SQLException("Its server does not answer any more.");
      }
    }
  }

  private void ringForWhatWaits(Statement statement) throws SQLException {
    try (ResultSet waiting = statement.executeQuery(WAITING)) {
      while (waiting.next()) {
        ring(new RunId(waiting.getObject(1, UUID.class)));
      }
    }
  }

  /// Whoever hears it may find the database away: the next one must be heard all the same.
  private void ring(RunId run) {
    try {
      ordered.accept(run);
    } catch (RuntimeException inTrouble) {
      LOG.warn("The order for {} is followed at its next step: {}", run, inTrouble.toString());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BEFORE_LISTENING_AGAIN);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.pilothouse.stores;

import dev.pilothouse.spi.UntoldFailures;

/// Tells of failures in the transaction that forgets how many they are.
public final class PostgresUntoldFailures implements UntoldFailures {
  private final Database database;

  public PostgresUntoldFailures(Database database) {
    this.database = database;
  }

  @Override
  public int tell(int limit) {
    return database.asSystem(tx -> FailureRows.tellOfTheOthers(tx, limit));
  }
}

package dev.pilothouse.contracts;

/// Task queues, by the kind of worker they need.
public final class Queues {
  /// Runs and the walks through them.
  public static final String RUNS = "runs";

  private Queues() {}
}

package dev.pilothouse.workers.platform;

/// The parent of PostgreSQL, Temporal and the app: starts them, restarts what dies, stops them in
/// order.
public final class Supervisor {

  private Supervisor() {}

  /// Runs until it is told to stop.
  ///
  /// @param arguments the path of a plan that [Platform#up] wrote
  public static void main(String[] arguments) {}
}

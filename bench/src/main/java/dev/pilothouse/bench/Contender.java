package dev.pilothouse.bench;

/// One way to have the same work done.
interface Contender {
  String name();

  /// Returns when one run has ended.
  ///
  /// @param caller a number of its own for each that calls side by side
  void run(int caller);
}

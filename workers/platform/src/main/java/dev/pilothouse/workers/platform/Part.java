package dev.pilothouse.workers.platform;

/// One program under the supervisor. For each of its lives: [#prepare], then the program starts,
/// then [#isReady] is asked until it says yes or the program has ended.
interface Part {

  /// Also the name of its log: `postgres`, `temporal`, `app`.
  String name();

  /// As a person calls it: `PostgreSQL`.
  String title();

  String version();

  /// Makes sure that the program can start, and says how.
  ///
  /// @throws PlatformProblem where a person must act first; trying again would not help
  GuardedProcess.Command prepare();

  /// Whether others can use it by now; may do what has to be done once it can be.
  ///
  /// @throws PlatformProblem where it will never be
  boolean isReady();

  /// Whether a program that ends by itself at the very first start would do so again.
  boolean endsForAReason(int exitCode);
}

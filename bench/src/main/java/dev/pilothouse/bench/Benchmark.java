package dev.pilothouse.bench;

import java.util.List;

/// One measurement that a person can run.
interface Benchmark {
  String name();

  /// One line for the list, with the options there are.
  String about();

  /// Prints what it saw; 0 where everything held that must hold.
  int run(List<String> arguments) throws Exception;
}

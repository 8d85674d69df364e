package dev.pilothouse.bench;

import java.util.Arrays;
import java.util.List;

/// The door to the benchmarks: a name, then its options.
public final class Bench {
  private static final List<Benchmark> ALL =
      List.of(
          new StartBench(),
          new CrashBench(),
          new RestoreBench(),
          new RecoveryBench(),
          new NeighboursBench(),
          new ChainBench(),
          new MatchBench(),
          new BudgetBench(),
          new LiveBench(),
          new PageBench());

  private Bench() {}

  public static void main(String[] arguments) {
    String name = arguments.length == 0 ? "" : arguments[0];
    for (Benchmark benchmark : ALL) {
      if (benchmark.name().equals(name)) {
        System.exit(run(benchmark, Arrays.asList(arguments).subList(1, arguments.length)));
      }
    }
    if (!name.isEmpty()) {
      System.err.println("There is no benchmark '" + name + "'.");
    }
    ALL.forEach(it -> System.out.printf("%-10s %s%n", it.name(), it.about()));
    System.exit(name.isEmpty() ? 0 : 2);
  }

  /// Ends the process also where a benchmark could not: the servers it left behind would keep it.
  private static int run(Benchmark benchmark, List<String> arguments) {
    try {
      return benchmark.run(arguments);
    } catch (Exception failed) {
      failed.printStackTrace();
      return 1;
    }
  }
}

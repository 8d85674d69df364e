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
    ALL.forEach(Bench::print);
    System.exit(name.isEmpty() ? 0 : 2);
  }

  private static void print(Benchmark benchmark) {
    System.out.printf("%-10s %s%n", benchmark.name(), benchmark.about());
  }

  /// Ends the process also where a benchmark could not: the servers it left behind would keep it.
  private static int run(Benchmark benchmark, List<String> arguments) {
    Options options = new Options(arguments);
    if (options.asksForHelp()) {
      print(benchmark);
      return 0;
    }
    try {
      options.areAmongThoseOf(benchmark);
      return benchmark.run(arguments);
    } catch (Options.Wrong wrong) {
      System.err.println(wrong.getMessage());
      print(benchmark);
      return 2;
    } catch (Exception failed) {
      failed.printStackTrace();
      return 1;
    }
  }
}

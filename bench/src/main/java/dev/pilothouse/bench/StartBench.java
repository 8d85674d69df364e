package dev.pilothouse.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// From `up` on a built tree to ready, beside what starting a JVM alone costs now.
final class StartBench implements Benchmark {
  @Override
  public String name() {
    return "start";
  }

  @Override
  public String about() {
    return "Time from `up` to ready, first and later starts, beside a bare command [--runs 5]";
  }

  @Override
  public int run(List<String> arguments) throws Exception {
    int runs = new Options(arguments).number("runs", 5);
    List<Duration> bare = new ArrayList<>();
    List<Duration> later = new ArrayList<>();
    List<Duration> stops = new ArrayList<>();
    try (House house = House.inThrowAwayFolder()) {
      Duration first = house.up();
      for (int run = 0; run < runs; run++) {
        stops.add(house.stop());
        bare.add(house.version());
        later.add(house.up());
      }
      System.out.printf("first start (makes the database)  %5.2f s%n", seconds(first));
      print("later starts", later);
      print("stops", stops);
      print("a bare command (anchor)", bare);
      System.out.printf(
          "later start / bare command, medians  %.1f%n",
          seconds(median(later)) / seconds(median(bare)));
    }
    return 0;
  }

  private static void print(String what, List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    System.out.printf(
        "%-33s %5.2f s median, %.2f to %.2f%n",
        what, seconds(median(times)), seconds(sorted.getFirst()), seconds(sorted.getLast()));
  }

  private static Duration median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  static double seconds(Duration time) {
    return time.toMillis() / 1_000.0;
  }
}

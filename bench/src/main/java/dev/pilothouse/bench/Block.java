package dev.pilothouse.bench;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Some seconds in which a number of callers had one run after the other done.
///
/// @param cpu of all processes together
record Block(List<Duration> times, Duration length, Duration cpu) {
  Block {
    times = List.copyOf(times);
  }

  static Block of(Contender contender, int callers, Duration length, Cpu cpu) {
    Queue<Duration> times = new ConcurrentLinkedQueue<>();
    Duration before = cpu.spent();
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, callers)
          .forEach(caller ->
              threads.execute(() -> callAgainAndAgain(contender, caller, begun, length, times)));
    }
    return new Block(List.copyOf(times), Await.since(begun), cpu.spent().minus(before));
  }

  static Block sum(List<Block> blocks) {
    return new Block(
        blocks.stream().flatMap(block -> block.times().stream()).toList(),
        blocks.stream().map(Block::length).reduce(Duration.ZERO, Duration::plus),
        blocks.stream().map(Block::cpu).reduce(Duration.ZERO, Duration::plus));
  }

  double perSecond() {
    return times.size() / (length.toNanos() / 1e9);
  }

  double cpuMillisEach() {
    return cpu.toNanos() / 1e6 / Math.max(1, times.size());
  }

  private static void callAgainAndAgain(
      Contender contender, int caller, long begun, Duration length, Queue<Duration> times) {
    while (Await.since(begun).compareTo(length) < 0) {
      long called = System.nanoTime();
      contender.run(caller);
      times.add(Await.since(called));
    }
  }
}

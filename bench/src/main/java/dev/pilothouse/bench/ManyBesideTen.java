package dev.pilothouse.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// One company has ten automations published, another very many; each event is heard by one of
/// them. Does the second go as fast?
record ManyBesideTen(EngineHere engine, Api api, Cpu cpu, Options options) {
  private static final int FEW = 10;
  private static final double ALLOWED_SHARE = 0.95;

  boolean keepsPace(Rows rows) {
    List<Integer> counts = List.of(FEW, options.number("automations", 10_000));
    Tenants companies = Tenants.make(rows, counts.size());
    List<Contender> contenders =
        IntStream.range(0, counts.size())
            .mapToObj(place -> published(new Crowd(counts.get(place)), companies.only(place)))
            .toList();
    Map<Contender, Block> sums = measured(contenders);
    print(sums);
    double share = perSecond(sums, contenders.getLast()) / perSecond(sums, contenders.getFirst());
    System.out.printf("many to ten: %.2f%n", share);
    return share >= ALLOWED_SHARE;
  }

  private static double perSecond(Map<Contender, Block> sums, Contender contender) {
    return Objects.requireNonNull(sums.get(contender)).perSecond();
  }

  private Contender published(Crowd crowd, Tenants tenant) {
    new Publisher(api, engine.url()).publish(tenant.inTurn(0), crowd);
    return new ThroughIntake(
        Integer.toString(crowd.count()), engine.intake(), engine.ends(), tenant, crowd::anyEvent);
  }

  /// Block by block, each of the two first in every other round.
  private Map<Contender, Block> measured(List<Contender> contenders) {
    Duration length = Duration.ofSeconds(options.number("seconds", 4));
    int callers = options.number("callers", 64);
    contenders.forEach(it -> Block.of(it, callers, length.multipliedBy(ChainBench.WARM), cpu));
    Map<Contender, List<Block>> blocks = new LinkedHashMap<>();
    for (int round = 0; round < options.number("rounds", 8); round++) {
      for (Contender contender : round % 2 == 0 ? contenders : contenders.reversed()) {
        blocks
            .computeIfAbsent(contender, _ -> new ArrayList<>())
            .add(Block.of(contender, callers, length, cpu));
      }
    }
    Map<Contender, Block> sums = new LinkedHashMap<>();
    blocks.forEach((contender, of) -> sums.put(contender, Block.sum(of)));
    return sums;
  }

  private static void print(Map<Contender, Block> sums) {
    Table table = new Table("published", "runs/s", "p50 ms", "p95 ms", "CPU ms a run");
    sums.forEach((contender, sum) -> {
      Percentiles times = Percentiles.of(sum.times());
      var _ =
          table.row(
              contender.name(),
              "%.0f".formatted(sum.perSecond()),
              times.p50(),
              times.p95(),
              "%.2f".formatted(sum.cpuMillisEach()));
    });
    table.print();
  }
}

package dev.pilothouse.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Three pure steps, each outcome durable, beside a Temporal workflow written by hand, block by
/// block in one process.
final class ChainBench implements Benchmark {
  private static final List<Integer> CALLERS = List.of(1, 16, 64, 256);

  /// Unmeasured blocks before the first one: by then the compiler of the JVM has mostly come to
  /// rest, which takes a core for itself until then.
  static final int WARM = 6;

  @Override
  public String name() {
    return "chain";
  }

  @Override
  public String about() {
    return "Three pure steps beside a hand-written workflow, at 1 to 256 callers [--seconds 4]"
        + " [--rounds 3] [--callers N] [--temporal dev|postgres];"
        + " --automations 10000: beside ten published automations and beside so many";
  }

  @Override
  public int run(List<String> arguments) {
    Options options = new Options(arguments);
    try (BareParts parts = BareParts.up(options.text("temporal", "dev"));
        EngineHere engine = new EngineHere(parts.settings());
        HandWritten peer = new HandWritten(parts.settings());
        Api api = new Api(Duration.ofMinutes(1))) {
      if (!options.text("automations", "").isEmpty()) {
        return new ManyBesideTen(engine, api, cpu(parts), options)
                .keepsPace(Rows.ofTheSystem(parts.settings()))
            ? 0
            : 1;
      }
      Tenants tenants = Tenants.make(Rows.ofTheSystem(parts.settings()), Tenants.MANY);
      Chains.Chain chain = new Chains("", "30s").threePureSteps();
      new Publisher(api, engine.url()).publish(tenants, List.of(chain));
      List<Contender> contenders =
          List.of(
              new ThroughIntake(
                  "ours",
                  engine.intake(),
                  engine.ends(),
                  tenants,
                  () -> Event.fresh(chain.type(), 1)),
              new OverHttp(api, engine.url(), engine.ends(), tenants, chain.type()),
              peer);
      measure(contenders, new Workflows(api, engine.url(), tenants), cpu(parts), options);
      return 0;
    }
  }

  private static void measure(
      List<Contender> contenders, Workflows workflows, Cpu cpu, Options options) {
    Duration length = Duration.ofSeconds(options.number("seconds", 4));
    contenders.forEach(it -> Block.of(it, 64, length.multipliedBy(WARM), cpu));
    Table table =
        new Table("callers", "who", "runs/s", "p50 ms", "p95 ms", "CPU ms a run", "batch", "times");
    int only = options.number("callers", 0);
    for (int callers : only == 0 ? CALLERS : List.of(only)) {
      Map<Contender, List<Block>> blocks = new LinkedHashMap<>();
      long begun = workflows.ended();
      for (int round = 0; round < options.number("rounds", 3); round++) {
        for (Contender contender : contenders) {
          blocks
              .computeIfAbsent(contender, _ -> new ArrayList<>())
              .add(Block.of(contender, callers, length, cpu));
        }
      }
      addRows(table, callers, blocks, workflows.ended() - begun);
    }
    table.print();
  }

  private static void addRows(
      Table table, int callers, Map<Contender, List<Block>> blocks, long workflows) {
    Block peer = Block.sum(new ArrayList<>(blocks.values()).getLast());
    long ours =
        blocks.entrySet().stream()
            .filter(entry -> !(entry.getKey() instanceof HandWritten))
            .mapToLong(entry -> Block.sum(entry.getValue()).times().size())
            .sum();
    blocks.forEach((contender, of) -> {
      Block sum = Block.sum(of);
      Percentiles times = Percentiles.of(sum.times());
      boolean isPeer = contender instanceof HandWritten;
      var _ =
          table.row(
              Integer.toString(callers),
              contender.name(),
              "%.0f".formatted(sum.perSecond()),
              times.p50(),
              times.p95(),
              "%.2f".formatted(sum.cpuMillisEach()),
              isPeer ? "1" : "%.1f".formatted((double) ours / Math.max(1, workflows)),
              "%.1f".formatted(sum.perSecond() / peer.perSecond()));
    });
  }

  private static Cpu cpu(BareParts parts) {
    return new Cpu(
        List.of(ProcessHandle.current(), parts.process("postgres"), parts.process("temporal")));
  }
}

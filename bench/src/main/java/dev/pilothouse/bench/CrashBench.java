package dev.pilothouse.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// kill -9 and freezing of every process while events of many tenants come in and a moody world is
/// called: nothing accepted may be lost, nothing done twice, nothing left lying.
final class CrashBench implements Benchmark {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "crash";
  }

  @Override
  public String about() {
    return "kill -9 and freeze each process under load; nothing lost, doubled or stuck"
        + " [--kills 100] [--seed 1] [--rate 20] [--mutate fence|reservation|sweep]";
  }

  @Override
  public int run(List<String> arguments) {
    Options options = new Options(arguments);
    long seed = options.number("seed", 1);
    Optional<Mutation> mutation = Mutation.named(options.text("mutate", ""));
    List<Blow> plan =
        mutation
            .map(it -> it.plan(options.number("kills", 8)))
            .orElseGet(() -> Blow.plan(options.number("kills", 100), seed));
    try (Scene scene = Scene.open(Whims.seeded(seed), Tenants.MANY)) {
      scene.mail().next(Whims.faultsOfMail(seed, 100_000));
      scene.publish(List.of(scene.chains("5s").called()));
      scene.publish(scene.chains("5s").ofEveryClass());
      mutation.ifPresent(it -> it.applyTo(scene.house()));
      boolean held = held(scene, plan, options, seed);
      if (!held && mutation.isEmpty()) {
        scene.house().keep();
      }
      return mutation.map(it -> noticed(it, held)).orElse(held ? 0 : 1);
    }
  }

  private static boolean held(Scene scene, List<Blow> plan, Options options, long seed) {
    try (SecondApp second = new SecondApp(scene.house())) {
      List<Chains.Chain> chains = scene.chains("5s").ofEveryClass();
      Doors doors = new Doors(scene.house().url(), second.url());
      try (Sender sender = new Sender(doors)) {
        Load load = new Load(sender, scene.tenants(), chains, options.number("rate", 20), seed);
        load.start();
        Blows blows = new Blows(scene.house(), second, doors);
        Map<Blow, List<Duration>> recoveries = new EnumMap<>(Blow.class);
        Random random = new Random(seed);
        for (Blow blow : plan) {
          LockSupport.parkNanos(Duration.ofMillis(500 + random.nextInt(2_500)).toNanos());
          recoveries
              .computeIfAbsent(blow, _ -> new ArrayList<>())
              .add(recoveryFrom(blow, blows, new FreshRun(load, sender, chains.getLast())));
        }
        print(recoveries);
        return verdict(scene, load, sender);
      }
    }
  }

  private static Duration recoveryFrom(Blow blow, Blows blows, FreshRun freshRun) {
    long begun = System.nanoTime();
    Runnable rest = blows.deal(blow);
    boolean finished = freshRun.finishesWithin(PATIENCE);
    Duration recovery = finished ? Await.since(begun) : PATIENCE;
    System.out.printf(
        "%-18s a fresh event's run %s after %.1f s%n",
        blow.text(), finished ? "finished" : "HAS NOT FINISHED", recovery.toMillis() / 1e3);
    rest.run();
    return recovery;
  }

  private static void print(Map<Blow, List<Duration>> recoveries) {
    Table table = new Table("blow", "times", "p50 s", "worst s");
    recoveries.forEach((blow, times) -> {
      Percentiles spread = Percentiles.of(times);
      var _ = table.row(blow.text(), times.size(), spread.p50() / 1e3, spread.max() / 1e3);
    });
    System.out.println();
    table.print();
  }

  private static boolean verdict(Scene scene, Load load, Sender sender) {
    Findings findings = new Findings();
    findings.lost(!load.stop(PATIENCE), "some deliveries never got their answer");
    Rows rows = scene.rows();
    long begun = System.nanoTime();
    // what is left lying is counted below, by name
    boolean _ = scene.comesToRest(PATIENCE.plusSeconds(30));
    Duration calm = Await.since(begun);
    boolean _ = Await.orNot(Duration.ofSeconds(40), () -> scene.outside().underWay() == 0);
    findings.doubled(
        load.otherAnswers() > 0, load.otherAnswers() + " deliveries got another answer");
    RunProof runs = new RunProof(rows, load.accepted(), findings);
    EffectProof effects = scene.effects(findings);
    runs.check();
    effects.check();
    effects.checkThatAllAreKnown();
    System.out.printf(
        "%n%s%n%nevents sent again %d times, refusals by status %s; all at rest %.1f s after the last%n",
        effects.table(), sender.again(), sender.refusals(), calm.toMillis() / 1e3);
    findings.print();
    System.out.println(runs.counts() + ", " + findings.counts());
    return findings.none();
  }

  private static int noticed(Mutation mutation, boolean held) {
    System.out.println(
        held
            ? "NOT NOTICED: the proof holds without the " + mutation.text()
            : "noticed: the proof fails without the " + mutation.text());
    return held ? 1 : 0;
  }
}

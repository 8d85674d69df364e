package dev.pilothouse.bench;

import dev.pilothouse.chain.Expression;
import dev.pilothouse.chain.ExpressionFailed;
import dev.pilothouse.chain.ExpressionMistakes;
import dev.pilothouse.chain.Listening;
import dev.pilothouse.chain.Scope;
import dev.pilothouse.chain.Trigger;
import dev.pilothouse.chain.TriggerIndex;
import dev.pilothouse.model.AutomationVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// One event against many published automations of three conditions each: in the index, and one by
/// one, with the same events, in the same run.
final class MatchBench implements Benchmark {
  private static final double ALLOWED_MICROS = 5;

  /// So many until Java has compiled the index for what it is asked: until then about one event in
  /// thirty takes several times as long.
  private static final int WARM_UP = 150_000;

  private static final Expression ANY = compiled("event.id != ''");

  @Override
  public String name() {
    return "match";
  }

  @Override
  public String about() {
    return "One event against 10,000 automations of three conditions [--automations 10000]"
        + " [--events 200000] [--naive 200]";
  }

  @Override
  public int run(List<String> arguments) throws Exception {
    Options options = new Options(arguments);
    ManyAutomations automations = new ManyAutomations(options.number("automations", 10_000));
    List<AutomationVersion> versions = automations.versions();
    Listening.Reader reader = new Listening.Reader();
    List<Listening> listening =
        timed(
            "read from definitions, as a start does",
            () -> versions.parallelStream().map(reader::read).toList());
    TriggerIndex index = timed("index built: all are live", () -> all(listening));
    var _ = timed("looked through, while events come", () -> prepared(index));
    List<Listening> last = List.of(listening.getLast());
    var _ = timed("one published again", () -> prepared(index.with(last, last)));
    var _ = timed("all of it once more", () -> prepared(all(listening)));
    List<Trigger.OnEvent> triggers =
        timed("compiled, for asking one by one", () -> triggers(automations));
    return measure(index, triggers, automations, options) ? 0 : 1;
  }

  private static boolean measure(
      TriggerIndex index,
      List<Trigger.OnEvent> triggers,
      ManyAutomations automations,
      Options options)
      throws ExpressionFailed {
    Random random = new Random(20261120);
    LongAdder heard = new LongAdder();
    double[] warming = inIndex(WARM_UP, index, automations, random, heard);
    heard.reset();
    double[] indexed =
        inIndex(options.number("events", 200_000), index, automations, random, heard);
    double[] naive = new double[options.number("naive", 200)];
    boolean agree = true;
    for (int at = 0; at < naive.length; at++) {
      Scope event = converted(automations, random);
      long begun = System.nanoTime();
      long accepting = triggers.stream().filter(it -> it.accepts(event)).count();
      naive[at] = (System.nanoTime() - begun) / 1e3;
      agree &= accepting == index.hearing(event).size();
    }
    new Table("µs an event", "p50", "p99", "max")
        .row(row("index, while it is new", warming))
        .row(row("index", indexed))
        .row(row("one by one", naive))
        .print();
    System.out.printf(
        "%.2f automations heard an event; the two %s%n",
        heard.doubleValue() / indexed.length, agree ? "agree" : "DISAGREE");
    return agree && at(indexed, 0.99) < ALLOWED_MICROS;
  }

  private static double[] inIndex(
      int events, TriggerIndex index, ManyAutomations automations, Random random, LongAdder heard)
      throws ExpressionFailed {
    double[] micros = new double[events];
    for (int at = 0; at < micros.length; at++) {
      Scope event = converted(automations, random);
      long begun = System.nanoTime();
      int hearing = index.hearing(event).size();
      micros[at] = (System.nanoTime() - begun) / 1e3;
      heard.add(hearing);
    }
    return micros;
  }

  /// What an event costs to convert is paid once, whoever asks for it.
  private static Scope converted(ManyAutomations automations, Random random)
      throws ExpressionFailed {
    Scope scope = Scope.of(automations.event(random));
    var _ = ANY.test(scope);
    return scope;
  }

  private static List<Trigger.OnEvent> triggers(ManyAutomations automations) {
    return IntStream.range(0, automations.count())
        .parallel()
        .mapToObj(number ->
            new Trigger.OnEvent(
                automations.type(number), Optional.of(compiled(automations.condition(number)))))
        .toList();
  }

  private static Expression compiled(String condition) {
    try {
      return Expression.compile(condition);
    } catch (ExpressionMistakes ours) {
      throw new IllegalStateException(ours);
    }
  }

  private static Object[] row(String who, double[] micros) {
    return new Object[] {
      who, micros(at(micros, 0.5)), micros(at(micros, 0.99)), micros(at(micros, 1))
    };
  }

  private static String micros(double time) {
    return "%.2f".formatted(time);
  }

  private static double at(double[] micros, double share) {
    double[] sorted = micros.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  private static TriggerIndex all(List<Listening> listening) {
    return TriggerIndex.EMPTY.with(List.of(), listening);
  }

  private static TriggerIndex prepared(TriggerIndex index) {
    index.prepare();
    return index;
  }

  private static <T> T timed(String what, Supplier<T> work) {
    long begun = System.nanoTime();
    T made = work.get();
    System.out.printf("%-40s %8.0f ms%n", what, (System.nanoTime() - begun) / 1e6);
    return made;
  }
}

package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// A definition, an event, and for each step the outcome the world would give: all from one seed,
/// so that a failure can be seen again.
final class RandomChain {
  /// Few are told apart and many are asked for: compiling each anew would take minutes.
  private static final Map<String, Expression> EXPRESSIONS = new ConcurrentHashMap<>();

  private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();

  private static final int DEEPEST = 3;

  private final long seed;
  private final boolean wild;
  private final Random random;
  private final Definition definition;
  private final NewEntry event;

  /// @param wild whether anything may fail, end early, or go on before all its branches are done:
  ///   then what is done depends on who is quicker
  RandomChain(long seed, boolean wild) {
    this.seed = seed;
    this.wild = wild;
    random = new Random(seed);
    definition =
        new Definition(
            "random " + seed,
            "",
            List.of(),
            Admission.FREE,
            Optional.empty(),
            Optional.empty(),
            steps("step", 0));
    event =
        Events.of(
            "a",
            "{\"amount\": "
                + random.nextInt(100)
                + ", \"text\": \"t\", \"list\": "
                + IntStream.range(0, random.nextInt(9)).boxed().toList()
                + "}");
  }

  Definition definition() {
    return definition;
  }

  NewEntry event() {
    return event;
  }

  /// Always the same for one step: what happened, happened.
  StepOutcome inTheWorld(StepKey key) {
    Random chance = new Random(seed * 31 + key.text().hashCode());
    return wild && chance.nextInt(13) == 0 ? mishap(chance) : happened(chance);
  }

  private List<Step> steps(String place, int depth) {
    return IntStream.rangeClosed(1, 1 + random.nextInt(depth == 0 ? 9 : 3))
        .mapToObj(i -> step(place + "-" + i, depth))
        .toList();
  }

  private Step step(String place, int depth) {
    StepKey key = new StepKey(place);
    return switch (random.nextInt(depth < DEEPEST ? 16 : 5)) {
      case 0 -> new Step.Wait(key, place, waitFor(), onError(key, depth));
      case 1 -> set(key);
      case 2 -> call(key, depth);
      case 3, 4, 5, 6, 7 -> perform(key, depth);
      case 8 -> wild ? stop(key) : fork(key, depth);
      case 9, 10 -> fork(key, depth);
      case 11 -> choose(key, depth);
      case 12, 13 -> parallel(key, depth);
      default -> loop(key, depth);
    };
  }

  private Step stop(StepKey key) {
    return new Step.Stop(
        key, key.text(), RunState.FINISHED, template(value()), TemplateTree.NOTHING);
  }

  private Step perform(StepKey key, int depth) {
    return new Step.Do(
        key,
        key.text(),
        "transform",
        input(),
        CallSpec.DEFAULT,
        Optional.empty(),
        onError(key, depth));
  }

  private Step set(StepKey key) {
    SequencedMap<String, TemplateTree> values = new LinkedHashMap<>();
    values.put("v" + random.nextInt(3), new TemplateTree.Text(template(value())));
    return new Step.Set(key, key.text(), new TemplateTree.Fields(values), OnError.STOP);
  }

  private Step call(StepKey key, int depth) {
    return new Step.Call(
        key,
        key.text(),
        "other",
        input(),
        random.nextBoolean() ? Optional.of(Duration.ofHours(1)) : Optional.empty(),
        onError(key, depth));
  }

  private Step choose(StepKey key, int depth) {
    return new Step.Switch(
        key,
        key.text(),
        expression("event.data.amount % 3"),
        List.of(branch("0", key, depth), branch("1", key, depth)),
        random.nextBoolean() ? steps(key + "-else", depth + 1) : List.of());
  }

  private Branch branch(String name, StepKey key, int depth) {
    return new Branch(name, steps(key + "-" + name, depth + 1));
  }

  private Step parallel(StepKey key, int depth) {
    List<Branch> branches =
        IntStream.rangeClosed(1, 1 + random.nextInt(3))
            .mapToObj(i -> branch("b" + i, key, depth))
            .toList();
    int needed = wild ? 1 + random.nextInt(branches.size()) : branches.size();
    return new Step.Parallel(key, key.text(), branches, needed, onError(key, depth));
  }

  private Step loop(StepKey key, int depth) {
    return new Step.ForEach(
        key,
        key.text(),
        expression("event.data.list"),
        "item",
        1 + random.nextInt(3),
        random.nextBoolean(),
        random.nextBoolean() ? Optional.of(expression("event.data.amount")) : Optional.empty(),
        steps(key + "-each", depth + 1),
        onError(key, depth));
  }

  private OnError onError(StepKey key, int depth) {
    return switch (depth < DEEPEST ? random.nextInt(4) : 3) {
      case 0 -> new OnError.GoOn();
      case 1 -> new OnError.Recover(steps(key + "-error", depth + 1));
      default -> OnError.STOP;
    };
  }

  private TemplateTree input() {
    return new TemplateTree.Items(
        List.of(
            new TemplateTree.Text(template(value())), new TemplateTree.Text(template(value()))));
  }

  private WaitFor waitFor() {
    return switch (random.nextInt(3)) {
      case 0 -> new WaitFor.Duration(Duration.ofMinutes(1 + random.nextInt(90)));
      case 1 -> new WaitFor.Until(template("${event.time + duration('1h')}"));
      default -> new WaitFor.Event("b", new LinkedHashMap<>(), Duration.ofHours(1));
    };
  }

  private Step fork(StepKey key, int depth) {
    return new Step.If(
        key,
        key.text(),
        expression(condition()),
        steps(key + "-then", depth + 1),
        random.nextBoolean() ? steps(key + "-else", depth + 1) : List.of());
  }

  private static Expression expression(String text) {
    return EXPRESSIONS.computeIfAbsent(text, RandomChain::compiled);
  }

  private static Template template(String text) {
    return TEMPLATES.computeIfAbsent(text, RandomChain::parsed);
  }

  private static Expression compiled(String text) {
    try {
      return Expression.compile(text);
    } catch (ExpressionMistakes impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  private static Template parsed(String text) {
    try {
      return Template.parse(text);
    } catch (ExpressionMistakes impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  private String condition() {
    return switch (random.nextInt(4)) {
      case 0 -> "event.data.amount > " + 10 * random.nextInt(10);
      case 1 -> "steps.size() % 2 == 0";
      case 2 -> "event.data.text == 't'";
      default -> "steps.exists(id, id.endsWith('1'))";
    };
  }

  /// Now and then one that has no value.
  private String value() {
    return switch (random.nextInt(8)) {
      case 0 -> "${event.data.amount}";
      case 1 -> "all: ${steps}";
      case 2 -> "${steps}";
      case 3 -> wild && random.nextInt(6) == 0 ? "${event.data.nope}" : "plain";
      case 4 -> "${vars}";
      default -> "n ${size(steps)} of ${event.id}";
    };
  }

  private static StepOutcome mishap(Random chance) {
    return chance.nextInt(3) == 0
        ? new StepOutcome.Unknown("who knows")
        : new StepOutcome.Failed(new StepError("a.b", StepError.Kind.OUTSIDE, "No."));
  }

  private static StepOutcome happened(Random chance) {
    return chance.nextInt(20) == 0
        ? new StepOutcome.Skipped("by a person")
        : new StepOutcome.Completed(new Json("{\"n\":" + chance.nextInt(9) + "}"));
  }
}

package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A definition, an event, and for each step the outcome the world would give: all from one seed,
/// so that a failure can be seen again.
final class RandomChain {
  /// Few are told apart and many are asked for: compiling each anew would take minutes.
  private static final Map<String, Expression> EXPRESSIONS = new ConcurrentHashMap<>();

  private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();

  private final Random random;
  private final Definition definition;
  private final NewEntry event;
  private final Map<StepKey, StepOutcome> world = new HashMap<>();

  RandomChain(long seed) {
    random = new Random(seed);
    definition = new Definition("random " + seed, List.of(), Optional.empty(), steps("step", 0));
    event = Events.of("a", "{\"amount\": " + random.nextInt(100) + ", \"text\": \"t\"}");
    allKeys().forEach(key -> world.put(key, outcome()));
  }

  Definition definition() {
    return definition;
  }

  NewEntry event() {
    return event;
  }

  /// Always the same for one step: what happened, happened.
  StepOutcome inTheWorld(StepKey key) {
    return world.getOrDefault(key, new StepOutcome.Skipped("not of this chain"));
  }

  Stream<StepKey> allKeys() {
    return keys(definition.steps());
  }

  private static Stream<StepKey> keys(List<Step> steps) {
    return steps.stream()
        .flatMap(step ->
            switch (step) {
              case Step.If fork ->
                  Stream.of(Stream.of(fork.key()), keys(fork.then()), keys(fork.otherwise()))
                      .flatMap(all -> all);
              case Step.Do _, Step.Wait _, Step.Stop _ -> Stream.of(step.key());
            });
  }

  private List<Step> steps(String place, int depth) {
    return IntStream.rangeClosed(1, 1 + random.nextInt(depth == 0 ? 12 : 4))
        .mapToObj(i -> step(place + "-" + i, depth))
        .toList();
  }

  private Step step(String place, int depth) {
    StepKey key = new StepKey(place);
    return switch (random.nextInt(10)) {
      case 0, 1 -> new Step.Wait(key, place, waitFor());
      case 2, 3, 4 -> fork(key, depth);
      case 5 -> new Step.Stop(key, place, RunState.FINISHED, template(value()));
      default -> new Step.Do(key, place, "transform", input(), CallSpec.DEFAULT, Optional.empty());
    };
  }

  private TemplateTree input() {
    return new TemplateTree.Items(
        List.of(
            new TemplateTree.Text(template(value())), new TemplateTree.Text(template(value()))));
  }

  private WaitFor waitFor() {
    return random.nextBoolean()
        ? new WaitFor.Duration(Duration.ofMinutes(1 + random.nextInt(90)))
        : new WaitFor.Until(template("${event.time + duration('1h')}"));
  }

  private Step fork(StepKey key, int depth) {
    List<Step> then = depth < 4 ? steps(key + "-then", depth + 1) : List.of();
    List<Step> otherwise =
        depth < 4 && random.nextBoolean() ? steps(key + "-else", depth + 1) : List.of();
    return new Step.If(key, key.text(), expression(condition()), then, otherwise);
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
      case 3 -> random.nextInt(6) == 0 ? "${event.data.nope}" : "plain";
      default -> "n ${size(steps)} of ${event.id}";
    };
  }

  private StepOutcome outcome() {
    return switch (random.nextInt(40)) {
      case 0 -> new StepOutcome.Failed(new StepError("a.b", StepError.Kind.OUTSIDE, "No."));
      case 1 -> new StepOutcome.Unknown("who knows");
      case 2, 3 -> new StepOutcome.Skipped("by a person");
      default -> new StepOutcome.Completed(new Json("{\"n\":" + random.nextInt(9) + "}"));
    };
  }
}

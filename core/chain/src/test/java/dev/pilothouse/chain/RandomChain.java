package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A definition, an event, and for each step the outcome the world would give: all from one seed,
/// so that a failure can be seen again.
final class RandomChain {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Random random;
  private final Definition definition;
  private final NewEntry event;
  private final Map<StepKey, StepOutcome> world = new HashMap<>();

  RandomChain(long seed) {
    random = new Random(seed);
    ObjectNode text = NODES.objectNode().put("name", "random " + seed);
    text.putArray("on");
    text.set("steps", steps(0));
    definition = new DefinitionReader(ActionCatalogue.asPublished()).read(JsonText.of(text));
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

  private ArrayNode steps(int depth) {
    ArrayNode steps = NODES.arrayNode();
    for (int i = random.nextInt(depth == 0 ? 12 : 4); i >= 0; i--) {
      steps.add(step(depth));
    }
    return steps;
  }

  private ObjectNode step(int depth) {
    ObjectNode step = NODES.objectNode();
    switch (random.nextInt(10)) {
      case 0, 1 -> step.set("wait", waiting());
      case 2, 3, 4 -> fork(step, depth);
      case 5 -> step.putObject("stop").put("as", "finished").put("reason", value());
      default -> step.put("do", "transform").putObject("with").put("a", value()).put("b", value());
    }
    return step;
  }

  private JsonNode waiting() {
    return random.nextBoolean()
        ? NODES.stringNode(1 + random.nextInt(90) + "m")
        : NODES.objectNode().put("until", "${event.time + duration('1h')}");
  }

  private void fork(ObjectNode step, int depth) {
    step.put("if", condition());
    step.set("then", depth < 4 ? steps(depth + 1) : NODES.arrayNode());
    step.set("else", depth < 4 && random.nextBoolean() ? steps(depth + 1) : NODES.arrayNode());
  }

  private String condition() {
    return switch (random.nextInt(4)) {
      case 0 -> "event.data.amount > " + random.nextInt(100);
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

package dev.pilothouse.chain;

import dev.pilothouse.chain.Shape.ListOf;
import dev.pilothouse.chain.Shape.ObjectOf;
import dev.pilothouse.chain.Shape.Simple;
import dev.pilothouse.model.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A definition over data of a declared shape, and data that fits: all from one seed.
final class RandomTyped {
  private final Random random;
  private final ObjectOf data;
  private final Json definition;
  private int count;

  RandomTyped(long seed) {
    random = new Random(seed);
    data = Shape.anyObject(random, 0);
    RandomReader reader = new RandomReader(random, Map.of("event.data", data));
    definition =
        new Json(
            "{\"name\":\"typed\",\"on\":[{\"api\":{},\"input\":%s}],\"steps\":[%s]}"
                .formatted(data.schema(), steps(new Known(reader), 1 + random.nextInt(3), 0)));
  }

  Json definition() {
    return definition;
  }

  Json event() {
    return new Json(data.value(random));
  }

  /// What the steps written so far have made known; a branch may tell of it too, which is a slip.
  private static final class Known {
    private RandomReader reader;

    Known(RandomReader reader) {
      this.reader = reader;
    }
  }

  private String steps(Known known, int steps, int depth) {
    return IntStream.range(0, steps)
        .mapToObj(_ -> step(known, depth))
        .collect(Collectors.joining(","));
  }

  private String step(Known known, int depth) {
    return switch (random.nextInt(depth > 1 ? 5 : 10)) {
      case 0, 1, 2 -> transform(known);
      case 3 -> set(known);
      case 4 -> "{\"wait\":{\"until\":\"${event.time + duration('1h')}\"}}";
      case 5, 6 -> fork(known, depth);
      case 7 -> choice(known, depth);
      case 8 -> loop(known, depth);
      default -> sideBySide(known, depth);
    };
  }

  private String transform(Known known) {
    String id = "s" + ++count;
    SequencedMap<String, ObjectOf.Field> output = new LinkedHashMap<>();
    String text = quoted("${" + known.reader.text(0) + "}");
    String number = quoted("${" + known.reader.number(0) + "}");
    output.put("text", new ObjectOf.Field(Simple.TEXT, true));
    output.put("number", new ObjectOf.Field(Simple.NUMBER, true));
    known.reader = known.reader.with("steps." + id, new ObjectOf(output));
    return "{\"id\":\"%s\",\"do\":\"transform\",\"with\":{\"text\":%s,\"number\":%s,\"said\":%s}}"
        .formatted(id, text, number, quoted("So: ${" + known.reader.condition(1) + "}."));
  }

  private String set(Known known) {
    String name = List.of("one", "two").get(random.nextInt(2));
    String value = quoted("${" + known.reader.text(0) + "}");
    known.reader = known.reader.with("vars." + name, Simple.TEXT);
    return "{\"set\":{\"%s\":%s}}".formatted(name, value);
  }

  private String fork(Known known, int depth) {
    Known then = new Known(known.reader);
    String step =
        "{\"if\":%s,\"then\":[%s],\"else\":[%s]}"
            .formatted(
                quoted(known.reader.condition(0)),
                steps(then, 1, depth + 1),
                random.nextInt(3) == 0 ? "{\"stop\":{}}" : "");
    forgetMostly(known, then);
    return step;
  }

  private String choice(Known known, int depth) {
    Known one = new Known(known.reader);
    String step =
        "{\"switch\":%s,\"cases\":{\"a\":[%s],\"7\":[]},\"else\":[%s]}"
            .formatted(
                quoted(known.reader.text(0)),
                steps(one, 1, depth + 1),
                steps(new Known(known.reader), 1, depth + 1));
    forgetMostly(known, one);
    return step;
  }

  private String loop(Known known, int depth) {
    Known turn = new Known(known.reader.with("item", Simple.TEXT).with("item_index", Simple.WHOLE));
    String body = steps(turn, 1, depth + 1);
    String id = "s" + ++count;
    String step =
        "{\"id\":\"%s\",\"for_each\":%s,\"steps\":[%s],\"collect\":%s}"
            .formatted(id, quoted("['a', 'b']"), body, quoted(turn.reader.text(1)));
    SequencedMap<String, ObjectOf.Field> output = new LinkedHashMap<>();
    output.put("count", new ObjectOf.Field(Simple.WHOLE, true));
    output.put("results", new ObjectOf.Field(new ListOf(Simple.TEXT), true));
    known.reader = known.reader.with("steps." + id, new ObjectOf(output));
    return step;
  }

  private String sideBySide(Known known, int depth) {
    boolean all = random.nextBoolean();
    Known one = new Known(known.reader);
    String step =
        "{\"parallel\":{\"one\":[%s],\"two\":[%s]},\"until\":\"%s\"}"
            .formatted(
                steps(one, 1, depth + 1),
                steps(new Known(known.reader), 1, depth + 1),
                all ? "all" : "first");
    known.reader = all ? one.reader : known.reader;
    return step;
  }

  private void forgetMostly(Known known, Known branch) {
    if (random.nextInt(4) == 0) {
      known.reader = branch.reader;
    }
  }

  private static String quoted(String text) {
    return JsonText.of(tools.jackson.databind.node.StringNode.valueOf(text)).text();
  }
}

package dev.pilothouse.chain;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Conditions and events that often, but not always, have to do with each other; with values that
/// are equal in CEL and not in Java, and the other way round.
final class RandomConditions {
  private static final List<String> PATHS =
      List.of(
          "event.data.a",
          "event.data.b",
          "event['data']['c-d']",
          "event.data.a.x",
          "event.subject",
          "event.source",
          "event.actor",
          "event.before.a",
          "event.after.a",
          "event.data",
          "event.time",
          "event.id");
  private static final List<String> CONSTANTS =
      List.of(
          "1",
          "1.0",
          "1u",
          "-1",
          "0",
          "-0.0",
          "0.1",
          "2.5",
          "'1'",
          "''",
          "'won'",
          "'deal/42'",
          "'/crm'",
          "'key/1'",
          "true",
          "false",
          "null",
          "9007199254740992",
          "9007199254740993",
          "9007199254740992.0",
          "9223372036854775807",
          "1e300",
          "b'won'",
          "[]",
          "[1]",
          "{}",
          "{'x': 1}",
          "event.data.b",
          "duration('1s')",
          "timestamp('2026-11-20T10:00:00Z')");
  private static final List<String> VALUES =
      List.of(
          "1",
          "1.0",
          "-1",
          "0",
          "-0.0",
          "0.1",
          "2.5",
          "\"1\"",
          "\"\"",
          "\"won\"",
          "true",
          "false",
          "null",
          "9007199254740992",
          "9007199254740993",
          "9007199254740992.0",
          "9223372036854775807",
          "9223372036854775808",
          "1e300",
          "[]",
          "[1]",
          "[1.0]",
          "{}",
          "{\"x\": 1}",
          "{\"x\": true}",
          "\"deal/42\"");
  private static final List<String> SIDES = List.of("<", "<=", ">", ">=");

  private final Random random;

  RandomConditions(long seed) {
    random = new Random(seed);
  }

  String condition() {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(_ -> part())
        .collect(Collectors.joining(" && "));
  }

  private String part() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> path() + " == " + constant();
      case 3 -> constant() + " == " + path();
      case 4 -> path() + " in [" + constant() + ", " + constant() + "]";
      case 5 -> "(" + equalities(path()) + ")";
      case 6 -> "(" + path() + " == " + constant() + " || " + path() + " == " + constant() + ")";
      case 7 -> path() + " " + one(SIDES) + " " + constant();
      case 8 -> constant() + " " + one(SIDES) + " " + path();
      case 9 -> (random.nextBoolean() ? "!" : "") + path();
      case 10 -> "has(event.data.a) && " + path() + " != " + constant();
      default -> "(" + path() + " || " + path() + " == " + constant() + ")";
    };
  }

  private String equalities(String path) {
    return IntStream.rangeClosed(0, 2)
        .mapToObj(_ -> path + " == " + constant())
        .collect(Collectors.joining(" || "));
  }

  String data() {
    return switch (random.nextInt(10)) {
      case 0 -> one(VALUES);
      default ->
          List.of("a", "b", "c-d").stream()
              .filter(_ -> random.nextInt(4) > 0)
              .map(name -> "\"" + name + "\": " + one(VALUES))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  String one(List<String> choice) {
    return choice.get(random.nextInt(choice.size()));
  }

  private String path() {
    return one(PATHS);
  }

  private String constant() {
    return one(CONSTANTS);
  }
}

package dev.pilothouse.chain;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Data of an event: with fields that expressions ask for, and values they do not expect there.
final class RandomJson {
  private static final int DEEPEST = 4;
  private static final List<String> KEYS =
      List.of("a", "b", "rows", "text", "n", "none", "amount", "currency", "🙂");
  private static final List<String> VALUES =
      List.of(
          "1",
          "null",
          "\"\"",
          "\"a\"",
          "true",
          "0",
          "-1.5",
          "1e308",
          "-1e-320",
          "9223372036854775807",
          "123456789012345678901234567890",
          "\"2026-11-20T10:00:00Z\"",
          "\"2026-11-20\"",
          "\"EUR\"",
          "\"ß🙂\\ud800\"",
          "\"(\"",
          "\"dd.MM.yyyy\"",
          "\"Europe/Berlin\"",
          "\"a.b[0]\"",
          "\"12.50\"",
          "0.1",
          "[]",
          "{}");

  private final Choices choices;

  RandomJson(Choices choices) {
    this.choices = choices;
  }

  String value() {
    return value(0);
  }

  private String value(int depth) {
    return switch (depth >= DEEPEST ? 0 : choices.below(4)) {
      case 1 -> object(depth + 1);
      case 2 -> list(depth + 1);
      default -> choices.of(VALUES);
    };
  }

  /// Mostly an object with all that is asked for.
  String data() {
    return choices.oneIn(4) ? value() : object(1);
  }

  private String object(int depth) {
    return KEYS.stream()
        .limit(choices.below(KEYS.size() + 1))
        .map(key -> "\"" + key + "\":" + value(depth))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String list(int depth) {
    return IntStream.range(0, choices.below(5))
        .mapToObj(_ -> value(depth))
        .collect(Collectors.joining(",", "[", "]"));
  }
}

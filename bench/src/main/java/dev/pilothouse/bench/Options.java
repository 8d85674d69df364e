package dev.pilothouse.bench;

import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/// Options of a benchmark, each as `--name VALUE` or `--name=VALUE`.
record Options(List<String> arguments) {
  /// Says in a sentence what nobody can follow.
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    Wrong(String sentence) {
      super(sentence);
    }
  }

  Options {
    arguments = List.copyOf(arguments);
  }

  boolean asksForHelp() {
    return arguments.contains("--help") || arguments.contains("-h");
  }

  /// A benchmark names its options in what it says about itself. One that it does not know would
  /// make it measure something else than was asked for.
  void areAmongThoseOf(Benchmark benchmark) {
    Iterator<String> words = arguments.iterator();
    while (words.hasNext()) {
      String word = words.next();
      String name = word.split("=", 2)[0];
      if (!name.startsWith("--") || !benchmark.about().contains(name + " ")) {
        throw new Wrong("'%s' has no option '%s'.".formatted(benchmark.name(), word));
      }
      String value = word.equals(name) && words.hasNext() ? words.next() : afterSign(word);
      if (value.isEmpty()) {
        throw new Wrong("Expected a value after '%s'.".formatted(name));
      }
      if (isNumber(benchmark.about(), name) && !value.matches("\\d{1,9}")) {
        throw new Wrong("Expected a number after '%s', but found '%s'.".formatted(name, value));
      }
    }
  }

  private static String afterSign(String word) {
    int sign = word.indexOf('=');
    return sign < 0 ? "" : word.substring(sign + 1);
  }

  /// Where the benchmark shows one after it, or `N`.
  private static boolean isNumber(String about, String name) {
    return Pattern.compile(Pattern.quote(name) + " (?:\\d|N)").matcher(about).find();
  }

  int number(String name, int otherwise) {
    String given = text(name, "");
    return given.isEmpty() ? otherwise : Integer.parseInt(given);
  }

  String text(String name, String otherwise) {
    for (int at = 0; at < arguments.size(); at++) {
      String word = arguments.get(at);
      if (word.startsWith("--" + name + "=")) {
        return word.substring(name.length() + 3);
      }
      if (word.equals("--" + name) && at + 1 < arguments.size()) {
        return arguments.get(at + 1);
      }
    }
    return otherwise;
  }
}

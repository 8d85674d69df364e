package dev.pilothouse.bench;

import java.util.List;

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

  boolean askForHelp() {
    return arguments.contains("--help") || arguments.contains("-h");
  }

  /// A benchmark names its options in what it says about itself. One that it does not know would
  /// make it measure something else than was asked for.
  void areAmongThoseOf(Benchmark benchmark) {
    boolean isValue = false;
    for (String word : arguments) {
      if (!isValue && !isNamedBy(benchmark.about(), word)) {
        throw new Wrong("'%s' has no option '%s'.".formatted(benchmark.name(), word));
      }
      isValue = !isValue && !word.contains("=");
    }
    if (isValue) {
      throw new Wrong("Expected a value after '%s'.".formatted(arguments.getLast()));
    }
  }

  private static boolean isNamedBy(String about, String word) {
    String name = word.split("=", 2)[0];
    return name.startsWith("--") && about.contains(name + " ");
  }

  int number(String name, int otherwise) {
    String given = text(name, "");
    try {
      return given.isEmpty() ? otherwise : Integer.parseInt(given);
    } catch (NumberFormatException notOne) {
      throw new Wrong("Expected a number after --%s, but found '%s'.".formatted(name, given));
    }
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

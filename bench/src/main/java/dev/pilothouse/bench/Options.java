package dev.pilothouse.bench;

import java.util.List;

/// Options of a benchmark, each as `--name VALUE` or `--name=VALUE`.
record Options(List<String> arguments) {
  Options {
    arguments = List.copyOf(arguments);
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

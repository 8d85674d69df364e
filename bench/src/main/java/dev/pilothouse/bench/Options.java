package dev.pilothouse.bench;

import java.util.List;

/// Options of a benchmark, each as `--name VALUE`.
record Options(List<String> arguments) {
  Options {
    arguments = List.copyOf(arguments);
  }

  int number(String name, int otherwise) {
    int at = arguments.indexOf("--" + name);
    return at < 0 || at + 1 >= arguments.size()
        ? otherwise
        : Integer.parseInt(arguments.get(at + 1));
  }
}

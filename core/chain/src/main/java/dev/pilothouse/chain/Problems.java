package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong while a definition is read.
final class Problems {
  private static final int MOST = 200;

  private final List<Problem> found = new ArrayList<>();

  void add(String path, String message, String hint) {
    add(new Problem(path, message, hint));
  }

  /// Nobody reads more than the first hundreds, and a hostile text must not make us write them.
  void add(Problem problem) {
    if (found.size() < MOST) {
      found.add(problem);
    }
  }

  void wrongKind(String path, String expected, String found, String hint) {
    add(path, "expected " + expected + ", but found " + found + ".", hint);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new DefinitionProblems(found);
    }
  }
}

package dev.pilothouse.app;

import java.util.List;
import java.util.stream.Stream;

/// Settings that cannot be used: all that is wrong with them, in sentences.
final class SettingsProblem extends RuntimeException {
  private final transient List<String> sentences;

  private SettingsProblem(List<String> sentences) {
    super(String.join("\n", sentences));
    this.sentences = sentences;
  }

  static void throwIfAny(Stream<List<String>> found) {
    List<String> all = found.flatMap(List::stream).toList();
    if (!all.isEmpty()) {
      throw new SettingsProblem(all);
    }
  }

  List<String> sentences() {
    return sentences;
  }
}

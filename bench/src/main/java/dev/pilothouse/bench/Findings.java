package dev.pilothouse.bench;

import java.util.ArrayList;
import java.util.List;

/// What a proof found wrong, sentence by sentence.
final class Findings {
  private static final int SHOWN = 20;

  private final List<String> lost = new ArrayList<>();
  private final List<String> doubled = new ArrayList<>();
  private final List<String> stuck = new ArrayList<>();

  void lost(boolean isSo, String sentence) {
    add(lost, isSo, sentence);
  }

  void doubled(boolean isSo, String sentence) {
    add(doubled, isSo, sentence);
  }

  void stuck(boolean isSo, String sentence) {
    add(stuck, isSo, sentence);
  }

  int lost() {
    return lost.size();
  }

  int doubled() {
    return doubled.size();
  }

  int stuck() {
    return stuck.size();
  }

  boolean none() {
    return lost.isEmpty() && doubled.isEmpty() && stuck.isEmpty();
  }

  void print() {
    print("lost", lost);
    print("doubled", doubled);
    print("stuck", stuck);
  }

  /// Such as `lost 0, doubled 0, stuck 0`.
  String counts() {
    return "lost %d, doubled %d, stuck %d".formatted(lost.size(), doubled.size(), stuck.size());
  }

  private static void add(List<String> list, boolean isSo, String sentence) {
    if (isSo) {
      list.add(sentence);
    }
  }

  private static void print(String name, List<String> sentences) {
    sentences.stream().limit(SHOWN).forEach(it -> System.out.println(name + ": " + it));
    if (sentences.size() > SHOWN) {
      System.out.printf("%s: and %d more%n", name, sentences.size() - SHOWN);
    }
  }
}

package dev.pilothouse.chain;

import java.util.List;

/// A row of numbers from which something is made, choice by choice. Where it ends all further
/// choices are the first one, which is the simplest: a shorter row with smaller numbers makes
/// something simpler, so that a failure can be shrunk.
final class Choices {
  private final List<Integer> numbers;
  private int at;

  Choices(List<Integer> numbers) {
    this.numbers = numbers;
  }

  int below(int bound) {
    return at < numbers.size() ? Math.floorMod(numbers.get(at++), bound) : 0;
  }

  boolean oneIn(int many) {
    return below(many) == many - 1;
  }

  <T> T of(List<T> all) {
    return all.get(below(all.size()));
  }
}

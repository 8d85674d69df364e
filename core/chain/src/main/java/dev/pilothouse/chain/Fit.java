package dev.pilothouse.chain;

import java.util.List;

/// Whether a value of some type can be used in a place.
enum Fit {
  ALWAYS,
  /// Some of its kinds can, and others not.
  SOMETIMES,
  NEVER;

  boolean atLeast(Fit other) {
    return compareTo(other) <= 0;
  }

  Fit and(Fit other) {
    return atLeast(other) ? other : this;
  }

  Fit or(Fit other) {
    return atLeast(other) ? this : other;
  }

  /// Of ways of which any may come.
  static Fit ofAny(List<Fit> ways) {
    if (ways.stream().allMatch(ALWAYS::equals)) {
      return ALWAYS;
    }
    return ways.stream().allMatch(NEVER::equals) ? NEVER : SOMETIMES;
  }
}

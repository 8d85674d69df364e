package dev.pilothouse.chain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds what a person meant to write.
final class NearName {
  private NearName() {}

  /// The name with the fewest letters to change, if a third of them at most is wrong.
  static Optional<String> of(String written, Collection<String> names) {
    return names.stream()
        .filter(name -> Math.abs(name.length() - written.length()) <= most(name))
        .min(Comparator.comparingInt(name -> distance(written, name)))
        .filter(name -> distance(written, name) <= most(name));
  }

  private static int most(String name) {
    return Math.max(1, name.length() / 3);
  }

  /// Letters to add, to drop or to replace; two that stand the wrong way round count as one.
  static int distance(String from, String to) {
    int[][] costs = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        costs[i][j] = i == 0 || j == 0 ? i + j : cost(costs, from, to, i, j);
      }
    }
    return costs[from.length()][to.length()];
  }

  private static int cost(int[][] costs, String from, String to, int i, int j) {
    int replaced = costs[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
    return swapped(from, to, i, j) ? Math.min(best, costs[i - 2][j - 2] + 1) : best;
  }

  private static boolean swapped(String from, String to, int i, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}

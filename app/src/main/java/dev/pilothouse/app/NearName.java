package dev.pilothouse.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds what someone meant to type.
final class NearName {
  private NearName() {}

  /// The candidate with the fewest letters to change, if that is at most a third of them.
  static Optional<String> of(String typed, List<String> candidates) {
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(typed, candidate)))
        .filter(near -> distance(typed, near) <= Math.max(2, near.length() / 3));
  }

  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= left.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int change = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(change, Math.min(row[column], row[column - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}

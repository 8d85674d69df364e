package dev.pilothouse.app.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The first thing that looks like a version in what a program prints of itself.
record ProgramVersion(String text) implements Comparable<ProgramVersion> {

  private static final Pattern NUMBERS = Pattern.compile("\\d{1,6}(\\.\\d{1,6})+");

  static Optional<ProgramVersion> in(String output) {
    return NUMBERS
        .matcher(output)
        .results()
        .map(MatchResult::group)
        .map(ProgramVersion::new)
        .findFirst();
  }

  boolean isAtLeast(String other) {
    return compareTo(new ProgramVersion(other)) >= 0;
  }

  @Override
  public int compareTo(ProgramVersion other) {
    return Arrays.compare(numbers(), other.numbers());
  }

  private int[] numbers() {
    return Arrays.stream(text.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }

  @Override
  public String toString() {
    return text;
  }
}

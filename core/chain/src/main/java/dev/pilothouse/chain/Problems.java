package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Collects what is wrong while a definition is read, and finds the place of each in its text.
final class Problems {
  /// Nobody reads more than the first hundreds, and a hostile text must not make us write them.
  static final int MOST = 200;

  private static final Comparator<Problem> DOWN_THE_TEXT =
      Comparator.<Problem>comparingInt(problem -> problem.place().line())
          .thenComparingInt(problem -> problem.place().column());

  private final Places places;
  private final List<Problem> found = new ArrayList<>();

  /// @param source whose form was complained about already, maybe
  Problems(SourceTree source) {
    places = source.places();
    found.addAll(source.complaints());
  }

  void add(String path, String message, String hint) {
    add(new Problem(path, message, hint));
  }

  void add(Problem problem) {
    add(problem, places::of);
  }

  /// Finding a place takes as long as its text is large: it is not done for what nobody hears of.
  private void add(Problem problem, Function<String, Place> place) {
    if (found.size() < MOST) {
      addOnce(problem.at(place.apply(problem.path())));
    }
  }

  /// A value that is looked at twice is complained about once.
  private void addOnce(Problem problem) {
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /// @param offset of the word in the text at its path
  void add(Problem problem, int offset) {
    add(problem, at -> places.within(at, offset));
  }

  /// The key is wrong, whatever stands under it.
  void addKey(String path, String message, String hint) {
    add(new Problem(path, message, hint), places::ofKey);
  }

  /// A word within a text is wrong.
  ///
  /// @param offset of the word in the text
  void add(String path, int offset, String message, String hint) {
    add(new Problem(path, message, hint), at -> places.within(at, offset));
  }

  void warn(String path, String message, String hint) {
    add(Problem.warning(path, message, hint));
  }

  void warn(String path, int offset, String message, String hint) {
    add(Problem.warning(path, message, hint), at -> places.within(at, offset));
  }

  void wrongKind(String path, String expected, String found, String hint) {
    add(path, "expected " + expected + ", but found " + found + ".", hint);
  }

  /// Warnings refuse nothing.
  void throwIfAny() {
    if (found.stream().anyMatch(Problem::isError)) {
      throw new DefinitionProblems(all());
    }
  }

  /// As they stand in the text, from above to below.
  List<Problem> all() {
    return found.stream().sorted(DOWN_THE_TEXT).toList();
  }
}

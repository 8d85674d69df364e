package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with the form of a text. With most mistakes reading can go on; after one that
/// leaves open what the rest belongs to, it cannot.
final class FormComplaints {
  /// Objects and lists in each other: above what twenty levels of steps need, and far below what
  /// would exhaust a thread's stack.
  static final int DEEPEST = 100;

  private final SourceText source;
  private final List<Problem> found = new ArrayList<>();

  FormComplaints(SourceText source) {
    this.source = source;
  }

  void add(FormMistake mistake, Trail trail) {
    add(mistake, trail, Severity.ERROR);
  }

  void warn(FormMistake mistake, Trail trail) {
    add(mistake, trail, Severity.WARNING);
  }

  private void add(FormMistake mistake, Trail trail, Severity severity) {
    if (found.size() < Problems.MOST) {
      found.add(problem(mistake, trail, severity));
    }
  }

  private Problem problem(FormMistake mistake, Trail trail, Severity severity) {
    return new Problem(
        trail.path(), mistake.message(), mistake.hint(), severity, source.place(mistake.span()));
  }

  /// The second of two fields of one name: one of the two would be lost in silence.
  void twice(String name, Span first, Span second, Trail trail) {
    add(
        new FormMistake(
            second,
            "expected each key once, but '"
                + Shown.shortened(name)
                + "' stands in line "
                + source.lineOf(first.from())
                + " already.",
            "Take one of the two out, or rename it."),
        trail);
  }

  void refuseTooDeep(Trail trail, Span span) {
    if (trail.depth() >= DEEPEST) {
      throw fatal(
          new FormMistake(
              span,
              "expected objects and lists at most "
                  + DEEPEST
                  + " deep in each other, but this one stands deeper.",
              "Take the definition apart."));
    }
  }

  DefinitionProblems fatal(FormMistake mistake) {
    List<Problem> all = new ArrayList<>(found);
    all.add(problem(mistake, Trail.WHOLE, Severity.ERROR));
    return new DefinitionProblems(all);
  }

  SourceTree tree(Spot root) {
    return new SourceTree(root.node(), new Places(source, root), found);
  }
}

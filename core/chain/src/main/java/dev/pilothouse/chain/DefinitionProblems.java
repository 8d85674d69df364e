package dev.pilothouse.chain;

import java.util.List;
import java.util.stream.Collectors;

/// A definition was refused. Holds everything that is wrong with it, so that its author needs one
/// round and not ten.
public final class DefinitionProblems extends RuntimeException {
  private final transient List<Problem> problems;

  public DefinitionProblems(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}

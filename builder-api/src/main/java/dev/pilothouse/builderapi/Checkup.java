package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.chain.Problem;
import java.util.List;
import java.util.stream.Stream;

/// What a look at a definition showed.
///
/// @param valid whether it could be published as it stands
/// @param problems that keep it from being published
/// @param warnings what is likely wrong, and may be meant so
record Checkup(boolean valid, List<Fault> problems, List<Fault> warnings) {
  static Checkup of(List<Problem> found) {
    List<Fault> errors = found.stream().filter(Problem::isError).map(Fault::of).toList();
    return new Checkup(
        errors.isEmpty(),
        errors,
        found.stream().filter(it -> !it.isError()).map(Fault::of).toList());
  }

  List<Fault> all() {
    return Stream.concat(problems.stream(), warnings.stream()).toList();
  }

  Checkup with(Fault problem) {
    return new Checkup(
        false, Stream.concat(problems.stream(), Stream.of(problem)).toList(), warnings);
  }
}

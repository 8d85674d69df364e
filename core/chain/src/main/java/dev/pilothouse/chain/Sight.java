package dev.pilothouse.chain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// What expressions at one place of a definition can name beside `event`: steps before it,
/// variables set before it, and what the loop or the `on_error` around it brings along.
///
/// @param steps ids of steps whose output may be there
/// @param variables names under `vars`
/// @param locals names that stand alone, such as `item`
record Sight(Set<String> steps, Set<String> variables, Set<String> locals) {
  static Sight nothing() {
    return new Sight(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
  }

  /// For a branch: what it adds, its siblings do not see.
  Sight fork() {
    return new Sight(
        new LinkedHashSet<>(steps), new LinkedHashSet<>(variables), new LinkedHashSet<>(locals));
  }

  Sight with(Collection<String> moreLocals) {
    Sight more = fork();
    more.locals.addAll(moreLocals);
    return more;
  }

  /// Behind the branch its steps may be there.
  void join(Sight branch) {
    steps.addAll(branch.steps);
    variables.addAll(branch.variables);
  }
}

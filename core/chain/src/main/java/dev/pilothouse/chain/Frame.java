package dev.pilothouse.chain;

import dev.pilothouse.model.StepKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// One place of a walk: how its keys begin, and what its expressions see. What a branch adds is
/// seen outside only once it is joined; what a turn of a loop adds, never.
final class Frame {
  private final Scope event;
  private final String prefix;
  private final Map<String, Object> locals;
  private final Layered steps;
  private final Layered variables;
  private final Scope scope;

  private Frame(
      Scope event, String prefix, Map<String, Object> locals, Layered steps, Layered variables) {
    this.event = event;
    this.prefix = prefix;
    this.locals = locals;
    this.steps = steps;
    this.variables = variables;
    Map<String, Object> names = new LinkedHashMap<>(locals);
    names.put(Scope.STEPS, steps);
    names.put(Scope.VARIABLES, variables);
    scope = event.with(names);
  }

  static Frame top(Scope event) {
    return new Frame(event, "", Map.of(), Layered.bottom(), Layered.bottom());
  }

  StepKey key(Step step) {
    return prefix.isEmpty() ? step.key() : new StepKey(prefix + step.key());
  }

  Scope scope() {
    return scope;
  }

  Frame branch() {
    return new Frame(event, prefix, locals, steps.above(), variables.above());
  }

  Frame with(String name, Object value) {
    return inner(prefix, Map.of(name, value));
  }

  /// One turn of a loop.
  ///
  /// @param loop the loop's own key
  Frame turn(StepKey loop, String as, int index, Object item) {
    return inner(loop + "." + index + ".", Map.of(as, item, as + "_index", (long) index));
  }

  private Frame inner(String innerPrefix, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(locals);
    all.putAll(more);
    return new Frame(event, innerPrefix, all, steps.above(), variables.above());
  }

  /// The step is behind, with this output.
  void pass(Step step, Supplier<Object> output) {
    steps.add(step.key().text(), output);
  }

  void set(String variable, Object value) {
    variables.add(variable, () -> value);
  }

  void join(Frame branch) {
    steps.join(branch.steps);
    variables.join(branch.variables);
  }
}

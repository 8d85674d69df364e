package dev.pilothouse.app.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Supplier;

/// What workflow code may not do, one by one: Temporal runs it again from the history, on another
/// machine, years later, and it must take the same turns. The fixtures' test switches over these
/// without a default, so a rule without a fixture does not compile.
enum WorkflowDeterminism {
  NO_CLOCK("workflow code reads no clock", DeterminismRules::clock),
  NO_RANDOM("workflow code draws no random numbers", DeterminismRules::random),
  NO_INPUT_OUTPUT("workflow code does no input or output", DeterminismRules::inputOutput),
  NO_THREADS("workflow code uses no threads and no locks", DeterminismRules::threads),
  NO_MONITORS("workflow code is never synchronized", DeterminismRules::monitors),
  NO_HASH_ORDER("workflow code makes no hash-ordered collection", DeterminismRules::hashOrder),
  NO_PARALLEL_STREAMS("workflow code streams in order", DeterminismRules::parallelStreams),
  NO_OWN_LOGGERS("workflow code logs by Workflow.getLogger", DeterminismRules::loggers),
  NO_MUTABLE_STATICS("workflow code keeps no static state", DeterminismRules::statics),
  NO_DEFAULTS("workflow code names its locale and zone", DeterminismRules::defaults),
  KNOWN_LIBRARIES("workflow code uses known libraries only", DeterminismRules::libraries);

  private final String sentence;

  @SuppressWarnings("ImmutableEnumChecker") // method references hold no state
  private final Supplier<ArchRule> rule;

  WorkflowDeterminism(String sentence, Supplier<ArchRule> rule) {
    this.sentence = sentence;
    this.rule = rule;
  }

  ArchRule rule() {
    return rule.get().as(sentence);
  }

  @Override
  public String toString() {
    return sentence;
  }
}

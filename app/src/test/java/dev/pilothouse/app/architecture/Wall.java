package dev.pilothouse.app.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/// The walls of the house, one by one. The fixtures' test switches over them without a default, so
/// a wall without a fixture does not compile.
enum Wall {
  EVERY_CLASS_STANDS_IN_A_ROW("every class stands in a module of the table", Walls::rows),
  IMPORTS_FOLLOW_THE_TABLE("modules import only what their row allows", Walls::imports),
  FAMILIES_ARE_STRANGERS("families within a module never import each other", Walls::families),
  NO_CYCLES("packages form no cycle", Walls::cycles),
  NULL_MARKED("every package is null-marked", Walls::nullMarked),
  HONEST_NAMES("no class is called Manager, Helper, Utils, Ops or Facade", Walls::honestNames),
  IMPL_IS_TEMPORAL("Impl is the implementation half of a Temporal interface", Walls::impls),
  SPRING_IN_ITS_ROOMS("Spring is used where its row allows", Walls::spring),
  TEMPORAL_IN_ITS_ROOMS("the Temporal SDK is used where its row allows", Walls::temporal),
  JDBC_IN_ITS_ROOMS("JDBC is used where its row allows", Walls::jdbc),
  MAIN_IN_ITS_ROOMS("only app and bench can be started", Walls::mains),
  TERMINAL_IS_FOR_COMMANDS("only commands and benchmarks print", Walls::terminal),
  THREADS_OF_THE_JAR("what runs out of the one jar uses no virtual threads", Walls::jarThreads);

  private final String sentence;

  @SuppressWarnings("ImmutableEnumChecker") // method references hold no state
  private final Function<House, ArchRule> rule;

  Wall(String sentence, Function<House, ArchRule> rule) {
    this.sentence = sentence;
    this.rule = rule;
  }

  ArchRule of(House house) {
    return rule.apply(house).allowEmptyShould(true).as(sentence);
  }

  @Override
  public String toString() {
    return sentence;
  }
}

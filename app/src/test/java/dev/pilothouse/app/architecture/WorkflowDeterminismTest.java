package dev.pilothouse.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import fixtures.determinism.workflows.BringsALibrary;
import fixtures.determinism.workflows.DoesInputAndOutput;
import fixtures.determinism.workflows.DrawsRandomNumbers;
import fixtures.determinism.workflows.KeepsStaticState;
import fixtures.determinism.workflows.KeepsToTheRules;
import fixtures.determinism.workflows.LogsOnItsOwn;
import fixtures.determinism.workflows.ReadsTheClock;
import fixtures.determinism.workflows.ReliesOnHashOrder;
import fixtures.determinism.workflows.StreamsInParallel;
import fixtures.determinism.workflows.SynchronizesItself;
import fixtures.determinism.workflows.TakesDefaults;
import fixtures.determinism.workflows.UsesThreadsAndLocks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Isolated("reads every class of the house, which wants the processors for itself")
class WorkflowDeterminismTest {

  private static final JavaClasses CODE = Imported.REAL_CODE;
  private static final JavaClasses FIXTURES = Imported.fixtures("fixtures.determinism.workflows");

  @ParameterizedTest
  @EnumSource
  void holds(WorkflowDeterminism determinism) {
    determinism.rule().check(below("dev.pilothouse.workflows"));
  }

  @Test
  void holdsForThePayloadsThatWorkflowsIterate() {
    WorkflowDeterminism.NO_HASH_ORDER.rule().check(below("dev.pilothouse.contracts"));
  }

  @ParameterizedTest
  @EnumSource
  void catchesEachMemberOfItsFixture(WorkflowDeterminism determinism) {
    JavaClass fixture = FIXTURES.get(fixtureOf(determinism));
    String report = String.join("\n", violations(determinism, fixture));
    assertThat(offendersOf(fixture))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(report).contains(name));
  }

  @ParameterizedTest
  @EnumSource
  void letsPassWhatReplays(WorkflowDeterminism determinism) {
    assertThat(violations(determinism, FIXTURES.get(KeepsToTheRules.class))).isEmpty();
  }

  /// No default: a new rule needs a fixture before this compiles.
  private static Class<?> fixtureOf(WorkflowDeterminism determinism) {
    return switch (determinism) {
      case NO_CLOCK -> ReadsTheClock.class;
      case NO_RANDOM -> DrawsRandomNumbers.class;
      case NO_INPUT_OUTPUT -> DoesInputAndOutput.class;
      case NO_THREADS -> UsesThreadsAndLocks.class;
      case NO_MONITORS -> SynchronizesItself.class;
      case NO_HASH_ORDER -> ReliesOnHashOrder.class;
      case NO_PARALLEL_STREAMS -> StreamsInParallel.class;
      case NO_OWN_LOGGERS -> LogsOnItsOwn.class;
      case NO_MUTABLE_STATICS -> KeepsStaticState.class;
      case NO_DEFAULTS -> TakesDefaults.class;
      case KNOWN_LIBRARIES -> BringsALibrary.class;
    };
  }

  private static JavaClasses below(String root) {
    return CODE.that(JavaClass.Predicates.resideInAPackage(root + ".."));
  }

  private static List<String> violations(WorkflowDeterminism determinism, JavaClass type) {
    JavaClasses alone = FIXTURES.that(DescribedPredicate.equalTo(type));
    return determinism.rule().evaluate(alone).getFailureReport().getDetails();
  }

  /// Every method of a fixture is an offence, and so is every static field.
  private static List<String> offendersOf(JavaClass fixture) {
    return Stream.concat(
            fixture.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC)),
            fixture.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)))
        .map(HasName.AndFullName::getFullName)
        .map(name -> name.replaceAll("\\(.*", ""))
        .toList();
  }
}

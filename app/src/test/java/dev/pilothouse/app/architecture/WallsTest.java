package dev.pilothouse.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import fixtures.walls.actions.http.ActionThatWritesLetters;
import fixtures.walls.activities.ActivityThatCallsAWorkflow;
import fixtures.walls.activities.ActivityThatPrints;
import fixtures.walls.app.AppThatCallsItsCommands;
import fixtures.walls.app.cli.CommandOnVirtualThreads;
import fixtures.walls.app.cli.CommandThatCallsTheApp;
import fixtures.walls.attic.StrayClass;
import fixtures.walls.builderapi.ControllerThatOpensTheStore;
import fixtures.walls.builderapi.ControllerThatSpeaksSql;
import fixtures.walls.model.BadNames;
import fixtures.walls.model.ThingThatKnowsADoor;
import fixtures.walls.spi.DoorImpl;
import fixtures.walls.stores.StoreThatStartsWorkflows;
import fixtures.walls.triggers.SpringTrigger;
import fixtures.walls.triggers.unmarked.TriggerInAnUnmarkedPackage;
import fixtures.walls.workers.temporal.WorkerThatCanBeStarted;
import fixtures.walls.workflows.WorkflowThatCallsAnActivity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Isolated("reads every class of the house, which wants the processors for itself")
class WallsTest {

  private static final House HOUSE = House.under("dev.pilothouse");
  private static final JavaClasses CODE = Imported.REAL_CODE;

  private static final House BROKEN_HOUSE = House.under("fixtures.walls");
  private static final JavaClasses BROKEN_CODE = Imported.fixtures("fixtures.walls");

  @ParameterizedTest
  @EnumSource
  void stands(Wall wall) {
    wall.of(HOUSE).check(CODE);
  }

  @ParameterizedTest
  @EnumSource
  void catchesItsFixtures(Wall wall) {
    List<String> report = violationsOf(wall);
    assertThat(fixturesOf(wall))
        .allSatisfy(fixture ->
            assertThat(report).anySatisfy(line -> assertThat(line).contains(fixture.getName())));
  }

  @ParameterizedTest
  @EnumSource
  void blamesNobodyElse(Wall wall) {
    assertThat(violationsOf(wall))
        .allSatisfy(line ->
            assertThat(namesOf(fixturesOf(wall)))
                .anySatisfy(name -> assertThat(line).contains(name)));
  }

  @Test
  void importsOnlyLeadDownwards() {
    assertThat(HOUSE.rooms())
        .allSatisfy(room ->
            assertThat(room.mayImport())
                .allSatisfy(
                    below -> assertThat(HOUSE.named(below).floor()).isLessThan(room.floor())));
  }

  @Test
  void catchesEachDishonestName() {
    assertThat(String.join("\n", violationsOf(Wall.HONEST_NAMES)))
        .contains(namesOf(List.of(BadNames.class.getDeclaredClasses())));
  }

  @Test
  void catchesEachWayToPrint() {
    assertThat(String.join("\n", violationsOf(Wall.TERMINAL_IS_FOR_COMMANDS)))
        .contains(
            "ActivityThatPrints.out(", "ActivityThatPrints.err(", "ActivityThatPrints.trace(");
  }

  private static List<String> violationsOf(Wall wall) {
    return wall.of(BROKEN_HOUSE).evaluate(BROKEN_CODE).getFailureReport().getDetails();
  }

  /// No default: a new wall needs a fixture before this compiles.
  private static List<Class<?>> fixturesOf(Wall wall) {
    return switch (wall) {
      case EVERY_CLASS_STANDS_IN_A_ROW -> List.of(StrayClass.class);
      case IMPORTS_FOLLOW_THE_TABLE ->
          List.of(
              ThingThatKnowsADoor.class,
              ControllerThatOpensTheStore.class,
              WorkflowThatCallsAnActivity.class,
              ActivityThatCallsAWorkflow.class);
      case FAMILIES_ARE_STRANGERS -> List.of(ActionThatWritesLetters.class);
      case NO_CYCLES ->
          List.of(
              AppThatCallsItsCommands.class,
              CommandThatCallsTheApp.class,
              WorkflowThatCallsAnActivity.class,
              ActivityThatCallsAWorkflow.class);
      case NULL_MARKED -> List.of(TriggerInAnUnmarkedPackage.class, StrayClass.class);
      case HONEST_NAMES -> List.of(BadNames.class);
      case IMPL_IS_TEMPORAL -> List.of(DoorImpl.class);
      case SPRING_IN_ITS_ROOMS -> List.of(SpringTrigger.class);
      case TEMPORAL_IN_ITS_ROOMS -> List.of(StoreThatStartsWorkflows.class);
      case JDBC_IN_ITS_ROOMS -> List.of(ControllerThatSpeaksSql.class);
      case MAIN_IN_ITS_ROOMS -> List.of(WorkerThatCanBeStarted.class);
      case TERMINAL_IS_FOR_COMMANDS -> List.of(ActivityThatPrints.class);
      case THREADS_OF_THE_JAR -> List.of(CommandOnVirtualThreads.class);
    };
  }

  private static List<String> namesOf(List<Class<?>> classes) {
    return classes.stream().<String>map(Class::getName).toList();
  }
}

package dev.pilothouse.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// The table, the poms and the classes must speak of the same house; else a wall stands beside it.
@Isolated("reads every class of the house, which wants the processors for itself")
class ReactorTest {

  private static final House HOUSE = House.under("dev.pilothouse");
  private static final JavaClasses CODE = Imported.REAL_CODE;

  /// No Java of ours in the first two; bench stands on top of app and is built after it.
  private static final List<String> NOT_ON_THE_CLASS_PATH =
      List.of("pilothouse-bom", "pilothouse-ui", "pilothouse-bench");

  private static List<Pom> poms = List.of();

  @BeforeAll
  static void readThePoms() throws Exception {
    Path root = Path.of(System.getProperty("pilothouse.build"));
    poms = Pom.modulesOf(root).stream().map(ReactorTest::read).toList();
  }

  @Test
  void hasClassesOfEveryModule() {
    assertThat(poms)
        .filteredOn(pom -> !NOT_ON_THE_CLASS_PATH.contains(pom.artifact()))
        .allSatisfy(pom -> assertThat(classesOf(pom)).as(pom.artifact()).isNotEmpty());
  }

  @Test
  void shipsOnlyWhatTheTableAllows() {
    assertThat(poms)
        .filteredOn(pom -> !List.of("pilothouse-bom", "pilothouse-ui").contains(pom.artifact()))
        .allSatisfy(pom ->
            assertThat(HOUSE.named(Pom.room(pom.artifact())).mayImport())
                .as(pom.artifact())
                .containsAll(javaModulesOf(pom)));
  }

  private static JavaClasses classesOf(Pom pom) {
    Room room = HOUSE.named(Pom.room(pom.artifact()));
    return CODE.that(resideInAPackage(HOUSE.packageOf(room) + ".."));
  }

  private static List<String> javaModulesOf(Pom pom) {
    return pom.ships().stream()
        .filter(artifact -> !artifact.equals("pilothouse-ui"))
        .map(Pom::room)
        .toList();
  }

  private static Pom read(Path folder) {
    try {
      return Pom.in(folder);
    } catch (Exception e) {
      throw new AssertionError("cannot read the pom in " + folder, e);
    }
  }
}

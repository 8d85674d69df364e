package dev.pilothouse.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveSimpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.pilothouse.app.architecture.Room.Use;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/// What each wall asks; {@link Wall} gives them their names.
final class Walls {

  private Walls() {}

  static ArchRule rows(House house) {
    return classes()
        .should(
            check(
                "stand in a row",
                (type, events) -> {
                  if (house.roomOf(type).isEmpty()) {
                    violated(events, type, type.getFullName() + " stands in no row of the table");
                  }
                }));
  }

  static ArchRule imports(House house) {
    return classes()
        .should(
            check(
                "import only what their row allows",
                (type, events) ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isForbidden(house, dependency))
                        .forEach(found -> violated(events, found, found.getDescription()))));
  }

  /// What a module puts together only its own package may know, not those below it.
  static ArchRule families(House house) {
    return classes()
        .should(
            check(
                "know no other family",
                (type, events) ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> leadsToAnotherFamily(house, dependency))
                        .forEach(found -> violated(events, found, found.getDescription()))));
  }

  static ArchRule cycles(House house) {
    return slices().assignedFrom(packagesOf(house)).should().beFreeOfCycles();
  }

  static ArchRule nullMarked(House house) {
    return classes()
        .should(
            check(
                "stand in a null-marked package",
                (type, events) -> {
                  if (!isNullMarked(type.getPackage())) {
                    violated(
                        events,
                        type,
                        "%s: its package has no package-info.java with @NullMarked"
                            .formatted(type.getFullName()));
                  }
                }));
  }

  static ArchRule honestNames(House house) {
    return noClasses()
        .should(haveSimpleNameEndingWith("Manager"))
        .orShould(haveSimpleNameEndingWith("Helper"))
        .orShould(haveSimpleNameEndingWith("Helpers"))
        .orShould(haveSimpleNameEndingWith("Util"))
        .orShould(haveSimpleNameEndingWith("Utils"))
        .orShould(haveSimpleNameEndingWith("Ops"))
        .orShould(haveSimpleNameEndingWith("Facade"));
  }

  static ArchRule impls(House house) {
    return classes()
        .that(are("not a Temporal implementation", type -> !implementsTemporalInterface(type)))
        .should(never(haveSimpleNameEndingWith("Impl")));
  }

  static ArchRule spring(House house) {
    return noClasses()
        .that(doNotUse(house, Use.SPRING))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..");
  }

  static ArchRule temporal(House house) {
    return noClasses()
        .that(doNotUse(house, Use.TEMPORAL))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.temporal..");
  }

  /// Only the exception may be read elsewhere: its state tells a person what to do.
  static ArchRule jdbc(House house) {
    return noClasses()
        .that(doNotUse(house, Use.JDBC))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer.hikari..")
                .and(not(assignableTo(SQLException.class))));
  }

  static ArchRule mains(House house) {
    return methods()
        .that(are("main methods", Walls::isMain))
        .should()
        .beDeclaredInClassesThat(uses(house, Use.MAIN));
  }

  /// Standard output belongs to commands, whose answers programs read; the server may still say on
  /// standard error why it does not start.
  static ArchRule terminal(House house) {
    return CompositeArchRule.of(
            classes()
                .that()
                .resideOutsideOfPackages(house.root() + ".app.cli..", house.root() + ".bench..")
                .should(
                    Reach.to("java.lang.System.out", "java.lang.IO.*", "*.printStackTrace()")
                        .isNotTouched("print nothing")))
        .and(
            classes()
                .that()
                .resideOutsideOfPackages(house.root() + ".app..", house.root() + ".bench..")
                .should(
                    Reach.to("java.lang.System.err", "java.lang.System.console()")
                        .isNotTouched("complain in the log")));
  }

  /// A virtual thread holds its processor while it loads a class, and out of the one jar they wait
  /// for each other there: on two processors they may wait for ever. A served app is unpacked.
  static ArchRule jarThreads(House house) {
    return classes()
        .that()
        .resideInAnyPackage(house.root() + ".workers.platform..", house.root() + ".app.cli..")
        .should(
            Reach.to(
                    "java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()",
                    "java.lang.Thread.ofVirtual()",
                    "java.lang.Thread.startVirtualThread(*)")
                .isNotTouched("wait on threads of their own"));
  }

  private static boolean isForbidden(House house, Dependency dependency) {
    Optional<Room> from = house.roomOf(dependency.getOriginClass());
    Optional<Room> to = house.roomOf(dependency.getTargetClass());
    return from.isPresent() && to.isPresent() && !from.get().mayImport(to.get());
  }

  private static boolean leadsToAnotherFamily(House house, Dependency dependency) {
    Optional<Room> room =
        house
            .roomOf(dependency.getOriginClass())
            .filter(from -> !from.shared().isEmpty())
            .filter(from -> house.roomOf(dependency.getTargetClass()).equals(Optional.of(from)));
    return room.map(
            home -> {
              String from = house.familyOf(home, dependency.getOriginClass());
              String to = house.familyOf(home, dependency.getTargetClass());
              return !from.isEmpty()
                  && !to.isEmpty()
                  && !from.equals(to)
                  && !home.shared().contains(to);
            })
        .orElse(false);
  }

  private static boolean isNullMarked(JavaPackage home) {
    return home.tryGetPackageInfo()
        .map(info -> info.isAnnotatedWith(NullMarked.class))
        .orElse(false);
  }

  private static boolean implementsTemporalInterface(JavaClass type) {
    return type.getAllRawInterfaces().stream()
        .anyMatch(face ->
            face.isAnnotatedWith("io.temporal.workflow.WorkflowInterface")
                || face.isAnnotatedWith("io.temporal.activity.ActivityInterface"));
  }

  private static boolean isMain(JavaMethod method) {
    return method.getName().equals("main") && method.getModifiers().contains(JavaModifier.STATIC);
  }

  private static DescribedPredicate<JavaClass> uses(House house, Use use) {
    return are("allowed to use " + use, type -> mayUse(house, type, use));
  }

  private static DescribedPredicate<JavaClass> doNotUse(House house, Use use) {
    return are("not allowed to use " + use, type -> !mayUse(house, type, use));
  }

  private static boolean mayUse(House house, JavaClass type, Use use) {
    return house.roomOf(type).map(room -> room.uses().contains(use)).orElse(false);
  }

  private static <T> DescribedPredicate<T> are(String what, Predicate<T> predicate) {
    return describe(what, predicate);
  }

  private static ArchCondition<JavaClass> check(
      String description, BiConsumer<JavaClass, ConditionEvents> body) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        body.accept(type, events);
      }
    };
  }

  private static void violated(ConditionEvents events, Object culprit, String sentence) {
    events.add(SimpleConditionEvent.violated(culprit, sentence));
  }

  private static SliceAssignment packagesOf(House house) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return house.holds(type)
            ? SliceIdentifier.of(type.getPackageName())
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "packages";
      }
    };
  }
}

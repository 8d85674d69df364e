package dev.pilothouse.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;

/// What each determinism rule forbids; {@link WorkflowDeterminism} gives them their names.
final class DeterminismRules {

  private DeterminismRules() {}

  static ArchRule clock() {
    return noTouchOf(
        Reach.to(
            "java.time.*.now(*)",
            "java.time.Clock.system*(*)",
            "java.time.Clock.tick*(*)",
            "java.time.InstantSource.system()",
            "java.lang.System.currentTimeMillis()",
            "java.lang.System.nanoTime()",
            "java.util.Date.<init>()",
            "java.util.Calendar.getInstance(*)",
            "java.util.GregorianCalendar.<init>()"));
  }

  /// Only making a generator is forbidden: the one that `Workflow.newRandom()` gives may be used.
  static ArchRule random() {
    return noTouchOf(
        Reach.to(
            "java.util.Random.<init>(*)",
            "java.util.Random.from(*)",
            "java.util.SplittableRandom.<init>(*)",
            "java.util.random.RandomGenerator*.of(*)",
            "java.util.random.RandomGenerator*.getDefault()",
            "java.util.concurrent.ThreadLocalRandom.*",
            "java.security.*",
            "java.util.UUID.randomUUID()",
            "java.lang.Math.random()",
            "java.lang.StrictMath.random()",
            "java.util.Collections.shuffle(List)"));
  }

  static ArchRule inputOutput() {
    return noTouchOf(
        Reach.to(
                "java.io.*",
                "java.nio.*",
                "java.net.*",
                "java.sql.*",
                "javax.sql.*",
                "javax.net.*",
                "java.lang.System.getenv(*)",
                "java.lang.System.getPropert*(*)",
                "java.lang.System.in",
                "java.lang.System.out",
                "java.lang.System.err",
                "java.lang.System.console()",
                "java.lang.IO.*",
                "java.lang.Boolean.getBoolean(*)",
                "java.lang.Integer.getInteger(*)",
                "java.lang.Long.getLong(*)",
                "java.lang.Runtime.*",
                "java.lang.Process*",
                "java.lang.Class.getResource*")
            .except("java.nio.charset.*", "java.net.URI.*"));
  }

  static ArchRule threads() {
    return noTouchOf(
        Reach.to(
                "java.lang.Thread.*",
                "java.lang.Thread$*",
                "java.lang.ThreadLocal.*",
                "java.lang.InheritableThreadLocal.*",
                "java.lang.ScopedValue*",
                "java.lang.Object.wait(*)",
                "java.lang.Object.notify*()",
                "java.util.Timer.*",
                "java.util.concurrent.*")
            .except(
                "java.util.concurrent.TimeUnit.*",
                "java.util.concurrent.Callable.*",
                "java.util.concurrent.TimeoutException.*",
                "java.util.concurrent.CancellationException.*"));
  }

  static ArchRule monitors() {
    return CompositeArchRule.of(noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED))
        .and(classes().should(Monitors.areNotEntered()));
  }

  /// Empty collections and those of one element have but one order.
  static ArchRule hashOrder() {
    return noTouchOf(
        Reach.to(
                "java.util.HashMap.*",
                "java.util.HashSet.*",
                "java.util.Hashtable.*",
                "java.util.WeakHashMap.*",
                "java.util.IdentityHashMap.*",
                "java.util.concurrent.ConcurrentHashMap.*",
                "java.util.Map.of(*)",
                "java.util.Map.ofEntries(*)",
                "java.util.Map.copyOf(*)",
                "java.util.Set.of(*)",
                "java.util.Set.copyOf(*)",
                "java.util.stream.Collectors.toSet()",
                "java.util.stream.Collectors.toUnmodifiableSet()",
                "java.util.stream.Collectors.toMap(Function,Function)",
                "java.util.stream.Collectors.toMap(Function,Function,BinaryOperator)",
                "java.util.stream.Collectors.toUnmodifiableMap(*)",
                "java.util.stream.Collectors.toConcurrentMap(*)",
                "java.util.stream.Collectors.groupingBy(Function)",
                "java.util.stream.Collectors.groupingBy(Function,Collector)",
                "java.util.stream.Collectors.groupingByConcurrent(*)",
                "java.lang.System.identityHashCode(Object)",
                "java.lang.Object.hashCode()")
            .except(
                "java.util.Map.of()",
                "java.util.Map.of(Object,Object)",
                "java.util.Set.of()",
                "java.util.Set.of(Object)"));
  }

  static ArchRule parallelStreams() {
    return noTouchOf(Reach.to("java.util.*.parallelStream()", "java.util.stream.*.parallel()"));
  }

  static ArchRule loggers() {
    return noTouchOf(
        Reach.to(
            "org.slf4j.LoggerFactory.*",
            "java.util.logging.*",
            "java.lang.System.getLogger(*)",
            "org.apache.commons.logging.LogFactory.*",
            "org.apache.logging.log4j.LogManager.*"));
  }

  static ArchRule statics() {
    return noFields()
        .that(are(staticAndWritten()))
        .should(be(inAnyWayMutable()))
        .allowEmptyShould(true);
  }

  static ArchRule defaults() {
    return noTouchOf(
        Reach.to(
            "java.util.Locale.getDefault(*)",
            "java.time.ZoneId.systemDefault()",
            "java.util.TimeZone.getDefault()",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.format(String,Object[])",
            "java.lang.String.formatted(Object[])",
            "java.time.format.DateTimeFormatter.ofPattern(String)",
            "java.time.format.DateTimeFormatter.ofLocalized*(*)",
            "java.text.*Format.<init>()",
            "java.text.*Format.<init>(String)",
            "java.text.NumberFormat.get*Instance()",
            "java.text.DateFormat.get*Instance(*)",
            "java.text.Collator.getInstance()",
            "java.nio.charset.Charset.defaultCharset()"));
  }

  /// A library that is not known here may read a clock or a socket where no rule sees it.
  static ArchRule libraries() {
    return classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.slf4j",
            "io.temporal.workflow..",
            "io.temporal.activity..",
            "io.temporal.common..",
            "io.temporal.failure..",
            "io.temporal.api..",
            "dev.pilothouse.workflows..",
            "dev.pilothouse.contracts..",
            "dev.pilothouse.model..",
            "fixtures.determinism.workflows..");
  }

  private static ArchRule noTouchOf(Reach reach) {
    return classes().should(reach.isNotTouched("stay within what replays"));
  }

  private static DescribedPredicate<JavaField> staticAndWritten() {
    return describe(
        "static and written by a person",
        field ->
            field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  /// A final list may still be an `ArrayList`; what can be told from the type is told.
  private static DescribedPredicate<JavaField> inAnyWayMutable() {
    return describe(
        "mutable",
        field ->
            !field.getModifiers().contains(JavaModifier.FINAL)
                || isMutableType(field.getRawType()));
  }

  private static boolean isMutableType(JavaClass type) {
    return type.isArray()
        || type.isAssignableTo(StringBuilder.class)
        || type.isAssignableTo(Thread.class)
        || type.getPackageName().startsWith("java.util.concurrent.atomic")
        || (type.getPackageName().startsWith("java.util") && isConcreteCollection(type));
  }

  private static boolean isConcreteCollection(JavaClass type) {
    return !type.isInterface()
        && (type.isAssignableTo(java.util.Collection.class)
            || type.isAssignableTo(java.util.Map.class));
  }
}

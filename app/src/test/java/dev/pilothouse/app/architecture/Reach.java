package dev.pilothouse.app.architecture;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.regex.Pattern;

/// A set of members that code may not touch, written as `owner.member(Parameter,Parameter)` with
/// `*` for anything. Method references and lambdas count as the method they stand in.
record Reach(List<Pattern> forbidden, List<Pattern> allowed) {

  static Reach to(String... members) {
    return new Reach(patterns(members), List.of());
  }

  Reach except(String... members) {
    return new Reach(forbidden, patterns(members));
  }

  ArchCondition<JavaClass> isNotTouched(String description) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getAccessesFromSelf().stream()
            .filter(Reach.this::covers)
            .map(access -> SimpleConditionEvent.violated(access, access.getDescription()))
            .forEach(events::add);
      }
    };
  }

  private boolean covers(JavaAccess<?> access) {
    String member = signature(access);
    return matches(forbidden, member) && !matches(allowed, member);
  }

  private static boolean matches(List<Pattern> patterns, String member) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(member).matches());
  }

  private static String signature(JavaAccess<?> access) {
    String member = access.getTargetOwner().getFullName() + "." + access.getTarget().getName();
    return access.getTarget() instanceof CodeUnitAccessTarget method
        ? member + "(" + parameters(method) + ")"
        : member;
  }

  private static String parameters(CodeUnitAccessTarget method) {
    return method.getRawParameterTypes().stream()
        .map(JavaClass::getSimpleName)
        .collect(joining(","));
  }

  private static List<Pattern> patterns(String... members) {
    return List.of(members).stream().map(Reach::pattern).toList();
  }

  private static Pattern pattern(String member) {
    return Pattern.compile(Pattern.quote(member).replace("*", "\\E.*\\Q"));
  }
}

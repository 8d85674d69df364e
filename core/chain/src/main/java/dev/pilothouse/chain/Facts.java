package dev.pilothouse.chain;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What follows from an expression's having been worked out, or having come out true or false: what
/// it has read was there. So `has(event.data.vip)` lets the steps below it read `event.data.vip`.
///
/// `&&` and `||` forgive an error of one side where the other decides; all else is strict.
final class Facts {
  private static final String AND = "_&&_";
  private static final String OR = "_||_";
  private static final String NOT = "!_";
  private static final String CHOOSE = "_?_:_";
  private static final String EQUALS = "_==_";
  private static final String DIFFERS = "_!=_";
  private static final String IN = "@in";
  private static final String HAS_VALUE = "hasValue";

  /// These fail on null; so what they were done with is none.
  private static final Set<String> REFUSE_NULL =
      Set.of("_<_", "_<=_", "_>_", "_>=_", "_+_", "_-_", "_*_", "_/_", "_%_", "-_");

  private Facts() {}

  static Set<Fact> whenTrue(CelExpr expression) {
    return when(expression, true);
  }

  static Set<Fact> whenFalse(CelExpr expression) {
    return when(expression, false);
  }

  private static Set<Fact> when(CelExpr expression, boolean truth) {
    return switch (expression.getKind()) {
      case SELECT -> both(computed(expression), truth ? has(expression.select()) : Set.of());
      case CALL -> whenCall(expression, truth);
      default -> computed(expression);
    };
  }

  private static Set<Fact> whenCall(CelExpr expression, boolean truth) {
    List<CelExpr> args = expression.call().args();
    return switch (expression.call().function()) {
      case AND -> truth ? all(args, true) : either(args, false);
      case OR -> truth ? either(args, true) : all(args, false);
      case NOT -> when(args.getFirst(), !truth);
      case CHOOSE ->
          common(
              both(whenTrue(args.getFirst()), when(args.get(1), truth)),
              both(whenFalse(args.getFirst()), when(args.get(2), truth)));
      case EQUALS -> both(computed(expression), compared(args, truth));
      case DIFFERS -> both(computed(expression), compared(args, !truth));
      case IN -> both(computed(expression), truth ? within(args) : Set.of());
      case HAS_VALUE -> both(computed(expression), truth ? value(expression.call()) : Set.of());
      default -> computed(expression);
    };
  }

  private static Set<Fact> all(List<CelExpr> args, boolean truth) {
    return both(when(args.getFirst(), truth), when(args.getLast(), truth));
  }

  private static Set<Fact> either(List<CelExpr> args, boolean truth) {
    return common(when(args.getFirst(), truth), when(args.getLast(), truth));
  }

  private static Set<Fact> has(CelExpr.CelSelect select) {
    return select.testOnly()
        ? AccessPath.of(select.operand())
            .map(operand -> Set.of(new Fact(operand.then(select.field()), false)))
            .orElse(Set.of())
        : Set.of();
  }

  /// What equals something that is not null, or differs from null, is not null.
  private static Set<Fact> compared(List<CelExpr> args, boolean equal) {
    CelExpr left = args.getFirst();
    CelExpr right = args.getLast();
    if (isNull(right)) {
      return equal ? Set.of() : something(left);
    }
    if (isNull(left)) {
      return equal ? Set.of() : something(right);
    }
    return equal && right.getKind() == CelExpr.ExprKind.Kind.CONSTANT ? something(left) : Set.of();
  }

  private static boolean isNull(CelExpr expression) {
    return expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && expression.constant().getKind() == CelConstant.Kind.NULL_VALUE;
  }

  private static Set<Fact> something(CelExpr expression) {
    return AccessPath.of(expression).map(path -> Set.of(new Fact(path, true))).orElse(Set.of());
  }

  /// `'vip' in event.data` says that there is `event.data.vip`; in a list it says nothing of names.
  private static Set<Fact> within(List<CelExpr> args) {
    return AccessPath.text(args.getFirst())
        .flatMap(key -> AccessPath.of(args.getLast()).map(map -> map.then(key)))
        .map(path -> Set.of(new Fact(path, false)))
        .orElse(Set.of());
  }

  private static Set<Fact> value(CelExpr.CelCall call) {
    return call.target()
        .flatMap(AccessPath::ofAskedFor)
        .map(path -> Set.of(new Fact(path, false)))
        .orElse(Set.of());
  }

  /// What must have been there for the expression to have any value.
  static Set<Fact> computed(CelExpr expression) {
    Set<Fact> facts = new LinkedHashSet<>();
    AccessPath.of(expression)
        .filter(path -> !path.keys().isEmpty())
        .ifPresent(path -> facts.add(new Fact(path, false)));
    strictlyWithin(expression).map(Facts::computed).forEach(facts::addAll);
    notNull(expression).map(Facts::something).forEach(facts::addAll);
    return facts;
  }

  private static Stream<CelExpr> strictlyWithin(CelExpr expression) {
    return switch (expression.getKind()) {
      case SELECT -> Stream.of(expression.select().operand());
      case CALL -> strictlyWithin(expression.call());
      case LIST -> expression.list().elements().stream();
      case MAP ->
          expression.map().entries().stream().flatMap(it -> Stream.of(it.key(), it.value()));
      case COMPREHENSION ->
          Stream.of(expression.comprehension().iterRange(), expression.comprehension().accuInit());
      default -> Stream.empty();
    };
  }

  private static Stream<CelExpr> strictlyWithin(CelExpr.CelCall call) {
    return switch (call.function()) {
      case AND, OR, "@not_strictly_false" -> Stream.empty();
      case CHOOSE -> Stream.of(call.args().getFirst());
      case "or", "orValue" -> call.target().stream();
      default -> Stream.concat(call.target().stream(), call.args().stream());
    };
  }

  private static Stream<CelExpr> notNull(CelExpr expression) {
    return expression.getKind() == CelExpr.ExprKind.Kind.CALL
            && REFUSE_NULL.contains(expression.call().function())
        ? expression.call().args().stream()
        : Stream.empty();
  }

  private static Set<Fact> both(Set<Fact> these, Set<Fact> those) {
    Set<Fact> all = new LinkedHashSet<>(these);
    all.addAll(those);
    return all;
  }

  private static Set<Fact> common(Set<Fact> these, Set<Fact> those) {
    Set<Fact> common = new LinkedHashSet<>(these);
    common.retainAll(those);
    return common;
  }

  /// For who looks at several expressions that were all worked out.
  static Set<Fact> computed(Stream<Expression> expressions) {
    return expressions
        .map(expression -> computed(expression.tree().getExpr()))
        .collect(LinkedHashSet::new, Set::addAll, Set::addAll);
  }
}

package dev.pilothouse.chain;

import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the parts of one expression cost when they are worked out, found once for all times.
final class Costs {
  private static final Part USUAL = new Part();
  private static final Set<String> LOGIC =
      Set.of(Operator.LOGICAL_AND.getFunction(), Operator.LOGICAL_OR.getFunction());

  private final List<Part> parts = new ArrayList<>();
  private boolean mayGrow;

  private Costs() {}

  static Costs of(CelNavigableAst tree) {
    Costs costs = new Costs();
    tree.getRoot().allNodes().map(CelNavigableExpr::expr).forEach(costs::add);
    return costs;
  }

  /// Whether it can take long or grow large. What only compares and picks does neither: each of its
  /// parts is worked out once at most, and it goes without being watched.
  boolean mayGrow() {
    return mayGrow;
  }

  Part of(CelExpr node) {
    return node.id() < parts.size() ? parts.get((int) node.id()) : USUAL;
  }

  private void add(CelExpr node) {
    switch (node.getKind()) {
      case COMPREHENSION -> mayGrow = true;
      case LIST, MAP, STRUCT -> part(node).makes = true;
      case CALL -> add(node, node.call());
      default -> {}
    }
  }

  private void add(CelExpr node, CelExpr.CelCall call) {
    List<CelExpr> arguments = Stream.concat(call.target().stream(), call.args().stream()).toList();
    Weight weight = FunctionCosts.weight(call.function());
    arguments.forEach(argument -> part(argument).given = weight);
    if (FunctionCosts.searches(call.function())) {
      part(arguments.getFirst()).given = Patterns.WEIGHT.times(places(arguments.get(1)));
    }
    if (LOGIC.contains(call.function())) {
      part(arguments.getFirst()).isFirst = true;
      part(node).first = Optional.of(part(arguments.getFirst()));
    }
    part(node).ticks = FunctionCosts.steps(call.function()) * Weight.STEP;
    part(node).makes = FunctionCosts.makes(call.function());
    mayGrow |= FunctionCosts.mayGrow(call.function());
  }

  private Part part(CelExpr node) {
    while (parts.size() <= node.id()) {
      parts.add(new Part());
    }
    return parts.get((int) node.id());
  }

  /// Of a pattern that is written there; of any other the most that is allowed.
  private static int places(CelExpr pattern) {
    return pattern.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && pattern.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Patterns.places(pattern.constant().stringValue())
        : Patterns.MOST_PLACES;
  }

  static final class Part {
    private int ticks = Weight.STEP;
    private Weight given = Weight.NOTHING;
    private boolean makes;
    private boolean isFirst;
    private Optional<Part> first = Optional.empty();

    private Part() {}

    /// To work it out, without what its function does with what it is given.
    int ticks() {
      return ticks;
    }

    /// What a function does with its value.
    Weight given() {
      return given;
    }

    /// Whether its value was not there before.
    boolean makes() {
      return makes;
    }

    /// Whether it is the `a` of `a || b` or `a && b`.
    boolean isFirst() {
      return isFirst;
    }

    /// The `a` of this `a || b` or `a && b`.
    Optional<Part> first() {
      return first;
    }
  }
}

package dev.pilothouse.chain;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.Optional;

/// Holds what expressions ask for against what there is: fields of the event, and steps.
final class References {
  private final Problems problems;
  private final StepIds ids;

  References(Problems problems, StepIds ids) {
    this.problems = problems;
    this.ids = ids;
  }

  void check(Expression expression, String path) {
    CelNavigableAst.fromAst(expression.tree())
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .forEach(node -> check(node, expression, path));
  }

  private void check(CelExpr node, Expression expression, String path) {
    asked(node, "event")
        .filter(name -> !EventFields.NAMES.contains(name))
        .ifPresent(name -> noField(name, expression, path));
    asked(node, "steps")
        .filter(name -> !ids.earlier().contains(name))
        .ifPresent(name -> noStep(name, expression, path));
  }

  /// The name in `variable.name` and in `variable["name"]`.
  private static Optional<String> asked(CelExpr node, String variable) {
    return switch (node.getKind()) {
      case SELECT ->
          isVariable(node.select().operand(), variable)
              ? Optional.of(node.select().field())
              : Optional.empty();
      case CALL -> asked(node.call(), variable);
      default -> Optional.empty();
    };
  }

  private static Optional<String> asked(CelExpr.CelCall call, String variable) {
    return call.function().equals("_[_]") && isVariable(call.args().getFirst(), variable)
        ? text(call.args().getLast())
        : Optional.empty();
  }

  private static Optional<String> text(CelExpr node) {
    return node.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && node.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(node.constant().stringValue())
        : Optional.empty();
  }

  private static boolean isVariable(CelExpr node, String variable) {
    return node.getKind() == CelExpr.ExprKind.Kind.IDENT && node.ident().name().equals(variable);
  }

  private void noField(String name, Expression expression, String path) {
    problems.add(
        path,
        "expected a field of the event, but '"
            + name
            + "' is none: "
            + CelMistakes.quoted(expression.text())
            + ".",
        NearName.of(name, EventFields.NAMES)
            .map(near -> "Did you mean 'event." + near + "'?")
            .orElse(
                "What the sender sent stands under event.data, such as event.data." + name + "."));
  }

  private void noStep(String name, Expression expression, String path) {
    problems.add(
        path,
        "expected the id of an earlier step, but "
            + (ids.isGiven(name) ? "'" + name + "' comes later" : "there is no step '" + name + "'")
            + ": "
            + CelMistakes.quoted(expression.text())
            + ".",
        hintFor(name));
  }

  private String hintFor(String name) {
    return ids.isGiven(name)
        ? "Move this step behind it."
        : NearName.of(name, ids.earlier())
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Give the step you mean this id, such as \"id\": \"checklist\".");
  }
}

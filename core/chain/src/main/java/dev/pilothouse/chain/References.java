package dev.pilothouse.chain;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.Optional;

/// Holds what expressions ask for against what there is: fields of the event, steps and variables.
final class References {
  private final Problems problems;
  private final StepIds ids;
  private Sight sight = Sight.nothing();

  References(Problems problems, StepIds ids) {
    this.problems = problems;
    this.ids = ids;
  }

  /// What the place being read can name.
  Sight sight() {
    return sight;
  }

  /// From here on another place is read.
  void look(Sight from) {
    sight = from;
  }

  /// Where a name stands that an expression asks for.
  private record Asked(Expression expression, String path, int offset) {}

  /// @param from where the expression begins in the text at this path
  void check(Expression expression, String path, int from) {
    CelNavigableAst.fromAst(expression.tree())
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .forEach(node ->
            check(node, new Asked(expression, path, from + expression.offsetOf(node.id()))));
  }

  private void check(CelExpr node, Asked place) {
    asked(node, "event")
        .filter(name -> !EventFields.NAMES.contains(name))
        .ifPresent(name -> noField(name, place));
    asked(node, "steps")
        .filter(name -> !sight.steps().contains(name))
        .ifPresent(name -> noStep(name, place));
    asked(node, "vars")
        .filter(name -> !sight.variables().contains(name))
        .ifPresent(name -> noVariable(name, place));
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

  private void noField(String name, Asked place) {
    problems.add(
        place.path,
        place.offset,
        "expected a field of the event, but '"
            + name
            + "' is none: "
            + CelMistakes.quoted(place.expression.text())
            + ".",
        NearName.of(name, EventFields.NAMES)
            .map(near -> "Did you mean 'event." + near + "'?")
            .orElse(
                "What the sender sent stands under event.data, such as event.data." + name + "."));
  }

  private void noStep(String name, Asked place) {
    problems.add(
        place.path,
        place.offset,
        "expected the id of an earlier step, but "
            + (ids.isGiven(name)
                ? "'" + name + "' cannot be seen from here"
                : "there is no step '" + name + "'")
            + ": "
            + CelMistakes.quoted(place.expression.text())
            + ".",
        hintFor(name));
  }

  private String hintFor(String name) {
    return ids.isGiven(name)
        ? "Move this step behind it; what stands in a loop is seen only there."
        : NearName.of(name, sight.steps())
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Give the step you mean this id, such as \"id\": \"checklist\".");
  }

  private void noVariable(String name, Asked place) {
    problems.add(
        place.path,
        place.offset,
        "expected a variable that was set before, but there is no '"
            + name
            + "': "
            + CelMistakes.quoted(place.expression.text())
            + ".",
        NearName.of(name, sight.variables())
            .map(near -> "Did you mean 'vars." + near + "'?")
            .orElse("Set it in a step before, such as \"set\": {\"" + name + "\": \"...\"}."));
  }
}

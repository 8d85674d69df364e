package dev.pilothouse.chain;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.pilothouse.chain.LearntShape.Mistyped;
import java.util.List;
import java.util.Optional;

/// Names of fields that are nearly those that events of a type have had so far.
///
/// @param shapes of all types that may start the chain; none where of one of them nothing is learnt
record FieldHints(List<LearntShape> shapes) {
  static final FieldHints NONE = new FieldHints(List.of());

  private static final String DATA = "data";

  FieldHints {
    shapes = List.copyOf(shapes);
  }

  /// @param triggers of all, each of which has to be learnt
  static FieldHints of(List<Trigger> triggers, EventCatalogue catalogue, SeenEvents seen) {
    List<LearntShape> shapes =
        triggers.stream().flatMap(trigger -> shape(trigger, catalogue, seen).stream()).toList();
    return shapes.size() == triggers.size() ? new FieldHints(shapes) : NONE;
  }

  private static Optional<LearntShape> shape(
      Trigger trigger, EventCatalogue catalogue, SeenEvents seen) {
    return switch (trigger) {
      case Trigger.OnEvent(String type, _) ->
          catalogue.named(type).isPresent() ? Optional.empty() : seen.shape(type);
      case Trigger.Manual _, Trigger.Api _ -> Optional.empty();
    };
  }

  void in(CelAbstractSyntaxTree tree, Complaints complaints) {
    if (!shapes.isEmpty()) {
      CelNavigableAst.fromAst(tree)
          .getRoot()
          .allNodes()
          .map(CelNavigableExpr::expr)
          .forEach(node -> hint(node, complaints));
    }
  }

  private void hint(CelExpr node, Complaints complaints) {
    path(node)
        .filter(path -> path.variable().equals(TypeCheck.EVENT) && path.keys().size() > 1)
        .filter(path -> path.keys().getFirst().equals(DATA))
        .flatMap(path -> mistyped(path.keys().subList(1, path.keys().size())))
        .ifPresent(mistyped ->
            complaints.about(
                node.id(),
                () -> {
                  complaints.add(complaint(mistyped));
                  return mistyped;
                }));
  }

  private static Optional<AccessPath> path(CelExpr node) {
    return node.getKind() == CelExpr.ExprKind.Kind.SELECT && node.select().testOnly()
        ? AccessPath.ofAskedFor(node.select().operand())
            .map(operand -> operand.then(node.select().field()))
        : AccessPath.ofAskedFor(node);
  }

  /// By each of them: what one type does not have another one may.
  private Optional<Mistyped> mistyped(List<String> keys) {
    List<Optional<Mistyped>> all = shapes.stream().map(shape -> shape.mistyped(keys)).toList();
    return all.stream().allMatch(Optional::isPresent) ? all.getFirst() : Optional.empty();
  }

  private static Complaint complaint(Mistyped mistyped) {
    return Complaint.of(
        false,
        "expected a field that events of this type have had so far, but none had '"
            + Shown.shortened(mistyped.name())
            + "'",
        "Did you mean '" + mistyped.near() + "'?");
  }
}

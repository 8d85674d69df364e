package dev.pilothouse.chain;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a value is read from: a variable and the fields that lead on from it, such as
/// `event.data.amount`. An item of a list is a field with its place for a name, `[0]`.
record AccessPath(String variable, List<String> keys) {
  static final String INDEX = "_[_]";
  static final String INDEX_IF_THERE = "_[?_]";
  static final String SELECT_IF_THERE = "_?._";

  private static final List<String> READS = List.of(INDEX);
  private static final List<String> READS_AND_ASKS =
      List.of(INDEX, INDEX_IF_THERE, SELECT_IF_THERE);

  AccessPath {
    keys = List.copyOf(keys);
  }

  /// Empty for what is worked out on the way.
  static Optional<AccessPath> of(CelExpr expression) {
    return find(expression, READS);
  }

  /// Also where a field on the way is asked for by `.?`.
  static Optional<AccessPath> ofAskedFor(CelExpr expression) {
    return find(expression, READS_AND_ASKS);
  }

  private static Optional<AccessPath> find(CelExpr expression, List<String> calls) {
    return switch (expression.getKind()) {
      case IDENT -> Optional.of(new AccessPath(expression.ident().name(), List.of()));
      case SELECT ->
          expression.select().testOnly()
              ? Optional.empty()
              : find(expression.select().operand(), calls)
                  .map(operand -> operand.then(expression.select().field()));
      case CALL -> find(expression.call(), calls);
      default -> Optional.empty();
    };
  }

  private static Optional<AccessPath> find(CelExpr.CelCall call, List<String> calls) {
    return calls.contains(call.function())
        ? find(call.args().getFirst(), calls)
            .flatMap(operand -> key(call.args().getLast()).map(operand::then))
        : Optional.empty();
  }

  private static Optional<String> key(CelExpr expression) {
    return place(expression).or(() -> text(expression).filter(name -> !isPlace(name)));
  }

  private static Optional<String> place(CelExpr expression) {
    return expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && expression.constant().getKind() == CelConstant.Kind.INT64_VALUE
        ? Optional.of("[" + expression.constant().int64Value() + "]")
        : Optional.empty();
  }

  private static boolean isPlace(String key) {
    return key.startsWith("[");
  }

  /// What a text constant says.
  static Optional<String> text(CelExpr expression) {
    return expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(expression.constant().stringValue())
        : Optional.empty();
  }

  AccessPath then(String key) {
    List<String> longer = new ArrayList<>(keys);
    longer.add(key);
    return new AccessPath(variable, longer);
  }

  /// Whether it leads through an item of a list.
  boolean leadsThroughList() {
    return keys.stream().anyMatch(AccessPath::isPlace);
  }

  boolean isOf(String name, int length) {
    return variable.equals(name) && keys.size() == length;
  }
}

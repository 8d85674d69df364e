package dev.pilothouse.chain;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Ends an evaluation whose values grow without measure, such as a list that is doubled thirty
/// times: no limit on loops sees that. Counts what is made and never asks the clock, so that it
/// ends at the same place every time.
final class SizeBudget implements CelEvaluationListener {
  /// Of all values made by one evaluation: characters of text, and 16 for each value.
  static final int MOST = 20_000_000;

  private static final int VALUE = 16;
  private static final Set<String> GROWING = Set.of("_+_", "join", "flatten", "base64.encode");

  private long left = MOST;

  /// What only compares and picks makes nothing: it goes without being watched.
  static boolean isNeededFor(CelNavigableAst tree) {
    return tree.getRoot().allNodes().map(CelNavigableExpr::expr).anyMatch(SizeBudget::mayGrow);
  }

  private static boolean mayGrow(CelExpr node) {
    return switch (node.getKind()) {
      case COMPREHENSION -> true;
      case CALL -> GROWING.contains(node.call().function());
      default -> false;
    };
  }

  @Override
  public void callback(CelExpr node, @Nullable Object value) {
    if (makes(node)) {
      spend(value);
    }
  }

  private static boolean makes(CelExpr node) {
    return switch (node.getKind()) {
      case LIST, MAP, STRUCT, COMPREHENSION -> true;
      case CALL -> !collects(node.call());
      default -> false;
    };
  }

  /// What `map` and `filter` do once a turn; the whole list is counted when it is complete.
  private static boolean collects(CelExpr.CelCall call) {
    return call.function().equals("_+_")
        && call.args().getFirst().getKind() == CelExpr.ExprKind.Kind.IDENT
        && call.args().getFirst().ident().name().startsWith("@");
  }

  private void spend(@Nullable Object value) {
    left -= VALUE;
    if (value instanceof String text) {
      left -= text.length();
    }
    if (left < 0) {
      throw new Exceeded();
    }
    switch (value) {
      case Map<?, ?> fields -> fields.forEach(this::spendBoth);
      case Iterable<?> items -> items.forEach(this::spend);
      case null, default -> {}
    }
  }

  private void spendBoth(Object key, Object value) {
    spend(key);
    spend(value);
  }

  static final class Exceeded extends RuntimeException {
    Exceeded() {
      super("its values grow too large. Work on fewer of them, or in several steps.");
    }
  }
}

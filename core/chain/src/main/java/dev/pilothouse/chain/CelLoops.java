package dev.pilothouse.chain;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelIssue;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.List;
import java.util.Optional;

/// The loops that make a list: `map`, `filter` and `sortBy`, as CEL has them, but in a time that
/// grows as the list does. The others are CEL's own.
final class CelLoops {
  static final List<CelStandardMacro> OF_CEL =
      List.of(
          CelStandardMacro.HAS,
          CelStandardMacro.ALL,
          CelStandardMacro.EXISTS,
          CelStandardMacro.EXISTS_ONE);

  private CelLoops() {}

  static List<CelMacro> ours() {
    return List.of(
        CelMacro.newReceiverMacro("map", 2, CelLoops::map),
        CelMacro.newReceiverMacro("map", 3, CelLoops::mapSome),
        CelMacro.newReceiverMacro("filter", 2, CelLoops::filter),
        CelMacro.newReceiverMacro(ListFunctions.SORT_BY, 2, CelLoops::sortBy));
  }

  private static Optional<CelExpr> map(
      CelMacroExprFactory make, CelExpr list, ImmutableList<CelExpr> given) {
    return Optional.of(loop(make, list, given.getFirst(), adding(make, given.getLast())));
  }

  private static Optional<CelExpr> mapSome(
      CelMacroExprFactory make, CelExpr list, ImmutableList<CelExpr> given) {
    CelExpr step = adding(make, given.getLast());
    return Optional.of(loop(make, list, given.getFirst(), where(make, given.get(1), step)));
  }

  private static Optional<CelExpr> filter(
      CelMacroExprFactory make, CelExpr list, ImmutableList<CelExpr> given) {
    CelExpr step = adding(make, given.getFirst());
    return Optional.of(loop(make, list, given.getFirst(), where(make, given.getLast(), step)));
  }

  /// Gathers pairs of key and item, and has these sorted.
  private static Optional<CelExpr> sortBy(
      CelMacroExprFactory make, CelExpr list, ImmutableList<CelExpr> given) {
    CelExpr step = adding(make, make.newList(given.getLast(), given.getFirst()));
    return Optional.of(
        make.newGlobalCall(ListFunctions.SORT_PAIRS, loop(make, list, given.getFirst(), step)));
  }

  private static CelExpr adding(CelMacroExprFactory make, CelExpr item) {
    return make.newGlobalCall(Gathering.ADD, soFar(make), item);
  }

  private static CelExpr where(CelMacroExprFactory make, CelExpr condition, CelExpr step) {
    return make.newGlobalCall(Operator.CONDITIONAL.getFunction(), condition, step, soFar(make));
  }

  private static CelExpr loop(
      CelMacroExprFactory make, CelExpr list, CelExpr variable, CelExpr step) {
    if (!isName(variable)) {
      return make.reportError(
          CelIssue.formatError(make.getSourceLocation(variable), CelMistakes.NO_LOOP_VARIABLE));
    }
    return make.fold(
        variable.ident().name(),
        list,
        make.getAccumulatorVarName(),
        make.newGlobalCall(Gathering.BEGIN),
        make.newBoolLiteral(true),
        step,
        make.newGlobalCall(Gathering.END, soFar(make)));
  }

  private static boolean isName(CelExpr written) {
    return written.getKind() == CelExpr.ExprKind.Kind.IDENT
        && !written.ident().name().startsWith(".");
  }

  private static CelExpr soFar(CelMacroExprFactory make) {
    return make.newIdentifier(make.getAccumulatorVarName());
  }
}

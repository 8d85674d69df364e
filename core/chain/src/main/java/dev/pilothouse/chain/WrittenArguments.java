package dev.pilothouse.chain;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.pilothouse.chain.ExpressionMistakes.Mistake;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Texts written into an expression that no function will take: a zone that there is none of, a
/// pattern with an open bracket. Found before the first event fails by them.
final class WrittenArguments {
  private static final Map<String, OurFunction> FUNCTIONS =
      Stream.concat(Functions.ours().stream(), Stream.of(Patterns.MATCHES))
          .collect(Collectors.toUnmodifiableMap(OurFunction::name, Function.identity()));

  private final Expression expression;

  private WrittenArguments(Expression expression) {
    this.expression = expression;
  }

  static Expression checked(Expression expression) throws ExpressionMistakes {
    List<Mistake> mistakes = new WrittenArguments(expression).mistakes();
    if (!mistakes.isEmpty()) {
      throw new ExpressionMistakes(mistakes);
    }
    return expression;
  }

  private List<Mistake> mistakes() {
    return CelNavigableAst.fromAst(expression.tree())
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CALL)
        .flatMap(node -> mistakes(node.call()))
        .toList();
  }

  private Stream<Mistake> mistakes(CelExpr.CelCall call) {
    OurFunction function = FUNCTIONS.get(call.function());
    return function == null ? Stream.empty() : mistakes(function, arguments(call));
  }

  private static List<CelExpr> arguments(CelExpr.CelCall call) {
    return Stream.concat(call.target().stream(), call.args().stream()).toList();
  }

  private Stream<Mistake> mistakes(OurFunction function, List<CelExpr> arguments) {
    return IntStream.range(0, arguments.size())
        .filter(at -> isText(arguments.get(at)))
        .filter(at -> !form(function, at).fits().test(arguments.get(at).constant().stringValue()))
        .mapToObj(at -> mistake(function, at, arguments.get(at)));
  }

  private static Form form(OurFunction function, int at) {
    return function.parameters().get(at).kind().form();
  }

  private static boolean isText(CelExpr argument) {
    return argument.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && argument.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }

  private Mistake mistake(OurFunction function, int at, CelExpr argument) {
    String found = argument.constant().stringValue();
    return new Mistake(
        expression.offsetOf(argument.id()),
        "expected "
            + form(function, at).expected()
            + ", but found '"
            + Shown.shortened(found)
            + "': "
            + CelMistakes.quoted(expression.text())
            + ".",
        NearName.of(found, form(function, at).names())
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Write " + function.signature() + "."));
  }
}

package dev.pilothouse.chain;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import dev.pilothouse.model.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A condition or value in CEL, compiled once and shared between threads. Equal by its text.
public final class Expression {
  private static final CompiledLately LATELY = new CompiledLately();

  private final String text;
  private final CelAbstractSyntaxTree tree;
  private final CelRuntime.Program program;
  private final Costs costs;

  private Expression(String text, CelAbstractSyntaxTree tree, CelRuntime.Program program) {
    this.text = text;
    this.tree = tree;
    this.program = program;
    this.costs = Costs.of(CelNavigableAst.fromAst(tree));
  }

  public static Expression compile(String text) throws ExpressionMistakes {
    return compile(text, Set.of());
  }

  /// @param locals names it may use beside `event`, `steps` and `vars`
  public static Expression compile(String text, Set<String> locals) throws ExpressionMistakes {
    Optional<Expression> known = LATELY.find(text, locals);
    if (known.isPresent()) {
      return known.get();
    }
    Expression compiled = anew(text, locals);
    LATELY.keep(compiled, locals);
    return compiled;
  }

  private static Expression anew(String text, Set<String> locals) throws ExpressionMistakes {
    ExpressionMistakes.refuseTooLong(text);
    try {
      CelAbstractSyntaxTree parsed = good(text, CelLanguage.parse(text), locals);
      CelAbstractSyntaxTree tree = good(text, CelLanguage.check(parsed, locals), locals);
      return WrittenArguments.checked(new Expression(text, tree, CelLanguage.program(tree)));
    } catch (CelValidationException | CelEvaluationException unplannable) {
      throw CelMistakes.unplannable(text, unplannable);
    }
  }

  private static CelAbstractSyntaxTree good(
      String text, CelValidationResult result, Set<String> locals)
      throws ExpressionMistakes, CelValidationException {
    if (result.hasError()) {
      throw CelMistakes.of(text, result, locals);
    }
    return result.getAst();
  }

  public String text() {
    return text;
  }

  /// Whether it can give yes or no, as far as that shows before it is worked out.
  boolean maybeCondition() {
    CelType type = tree.getResultType();
    return type.equals(SimpleType.BOOL) || type.equals(SimpleType.DYN);
  }

  /// In words for the author, such as `string`.
  String resultType() {
    return tree.getResultType().name();
  }

  /// Where a part of the tree stands in the text: of `a.b` and `a["b"]` the name behind the mark.
  int offsetOf(long node) {
    int position = tree.getSource().getPositionsMap().getOrDefault(node, 0);
    int offset = text.offsetByCodePoints(0, position);
    while (offset < text.length() && ".[\"' ".indexOf(text.charAt(offset)) >= 0) {
      offset++;
    }
    return offset;
  }

  CelAbstractSyntaxTree tree() {
    return tree;
  }

  public boolean test(Scope scope) throws ExpressionFailed {
    Object value = evaluate(scope);
    if (value instanceof Boolean yes) {
      return yes;
    }
    throw new ExpressionFailed(
        text,
        "expected true or false, but it gives " + shown(value) + ". Compare it with something.");
  }

  /// What it gives, for people to see.
  public Json value(Scope scope) throws ExpressionFailed {
    return new Json(json(scope).toString());
  }

  /// The value with its type, as JSON.
  JsonNode json(Scope scope) throws ExpressionFailed {
    return asJson(evaluate(scope));
  }

  /// Its value, which must be a list.
  List<?> list(Scope scope) throws ExpressionFailed {
    Object value = evaluate(scope);
    if (value instanceof List<?> items) {
      return items;
    }
    throw new ExpressionFailed(
        text, "expected a list, but it gives " + shown(value) + ". Name a list to go over.");
  }

  private Object evaluate(Scope scope) throws ExpressionFailed {
    try {
      return costs.mayGrow()
          ? new WorkBudget(costs).watch(budget -> program.trace(variables(scope), budget))
          : program.eval(variables(scope));
    } catch (CelEvaluationException failed) {
      throw new ExpressionFailed(text, CelMistakes.explain(failed));
    } catch (WorkBudget.Exceeded exceeded) {
      throw new ExpressionFailed(text, String.valueOf(exceeded.getMessage()));
    } catch (RuntimeException | StackOverflowError unforeseen) {
      throw new ExpressionFailed(text, "it could not be worked out (" + unforeseen + ").");
    }
  }

  private static CelVariableResolver variables(Scope scope) {
    return name -> scope.find(name).map(CelValues::variable);
  }

  private JsonNode asJson(Object value) throws ExpressionFailed {
    try {
      return CelValues.json(value);
    } catch (CelValues.NoJson noJson) {
      throw new ExpressionFailed(text, String.valueOf(noJson.getMessage()));
    }
  }

  private String shown(Object value) throws ExpressionFailed {
    String json = asJson(value).toString();
    return json.length() <= 60 ? json : json.substring(0, 57) + "...";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}

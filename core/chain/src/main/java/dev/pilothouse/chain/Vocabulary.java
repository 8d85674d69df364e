package dev.pilothouse.chain;

import static java.util.stream.Collectors.groupingBy;

import dev.cel.checker.CelCheckerBuilder;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The names that an expression may use, and whether one uses them rightly. CEL goes through all
/// that it is told anew for each expression, and all is some hundreds of functions in still more
/// forms: so it is told of those that the expression names, which takes a tenth of the time.
final class Vocabulary {
  private static final CelType OBJECT = MapType.create(SimpleType.STRING, SimpleType.DYN);
  private static final List<String> KNOWN_TO_ALL = List.of("event", "steps", "vars");

  /// The names of types alone.
  private static final CelStandardDeclarations TYPES =
      CelStandardDeclarations.newBuilder().filterFunctions((_, _) -> false).build();

  private final CelOptions options;
  private final Map<String, List<CelFunctionDecl>> byLastName;

  Vocabulary(CelOptions options, Collection<CelFunctionDecl> functions) {
    this.options = options;
    byLastName = functions.stream().collect(groupingBy(it -> lastName(it.name())));
  }

  /// @param locals names it may use beside those that all may
  CelValidationResult check(CelAbstractSyntaxTree parsed, Set<String> locals) {
    CelCheckerBuilder checker =
        CelCompilerFactory.standardCelCheckerBuilder()
            .setOptions(options)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(TYPES)
            .addVarDeclarations(CelExtensions.optional().variables())
            .addFunctionDeclarations(functionsIn(parsed));
    KNOWN_TO_ALL.forEach(name -> checker.addVarDeclarations(variable(name, OBJECT)));
    locals.forEach(name -> checker.addVarDeclarations(variable(name, SimpleType.DYN)));
    return checker.build().check(parsed);
  }

  private List<CelFunctionDecl> functionsIn(CelAbstractSyntaxTree parsed) {
    return CelNavigableAst.fromAst(parsed)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == Kind.CALL)
        .map(node -> lastName(node.expr().call().function()))
        .distinct()
        .flatMap(this::named)
        .toList();
  }

  private Stream<CelFunctionDecl> named(String name) {
    return byLastName.getOrDefault(name, List.of()).stream();
  }

  /// Before it is checked, `entries` of `json.entries(x)` may be called on a variable `json`.
  private static String lastName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static CelVarDecl variable(String name, CelType type) {
    return CelVarDecl.newVarDeclaration(name, type);
  }
}

package dev.pilothouse.chain;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelStandardFunctions;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The expression language: what it knows and how far it goes. Built at the first expression, since
/// building it and compiling once takes 200 to 300 ms that no start should pay.
final class CelLanguage {
  /// In characters, of one expression.
  static final int LONGEST = 4096;

  private static final class Built {
    // Not among them: what `LibraryFunctions` does in a better way under the same name.
    private static final Set<CelStringExtensions.Function> TEXT =
        EnumSet.complementOf(
            EnumSet.of(
                CelStringExtensions.Function.INDEX_OF,
                CelStringExtensions.Function.JOIN,
                CelStringExtensions.Function.LAST_INDEX_OF,
                CelStringExtensions.Function.REPLACE,
                CelStringExtensions.Function.REVERSE,
                CelStringExtensions.Function.SPLIT));

    private static final CelOptions OPTIONS =
        CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(NO_LIMIT)
            .maxExpressionCodePointSize(LONGEST)
            .build();

    static final Cel CEL = build();
    static final Signatures SIGNATURES = new Signatures(functions());
    static final Vocabulary VOCABULARY = new Vocabulary(OPTIONS, functions());

    private static Cel build() {
      return CelFactory.plannerCelBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(CelLoops.OF_CEL)
          .addMacros(CelLoops.ours())
          .setStandardFunctions(standard())
          .addCompilerLibraries(
              CelExtensions.optional(),
              CelExtensions.strings(TEXT),
              CelExtensions.math(),
              CelExtensions.encoders(OPTIONS))
          .addRuntimeLibraries(
              CelExtensions.optional(),
              CelExtensions.strings(TEXT),
              CelExtensions.math(),
              CelExtensions.encoders(OPTIONS))
          .addFunctionBindings(Gathering.bindings())
          .addFunctionBindings(MixedArithmetic.bindings())
          .addFunctionBindings(Functions.bindings())
          .addFunctionBindings(Patterns.bindings())
          .addFunctionBindings(Search.bindings())
          .build();
    }

    private static List<CelFunctionDecl> functions() {
      return Stream.of(
              Arrays.stream(StandardFunction.values()).map(StandardFunction::functionDecl).toList(),
              CelExtensions.optional().functions(),
              CelExtensions.strings(TEXT).functions(),
              CelExtensions.math().functions(),
              CelExtensions.encoders(OPTIONS).functions(),
              Gathering.declarations(),
              MixedArithmetic.declarations(),
              Functions.declarations())
          .flatMap(Collection::stream)
          .toList();
    }

    private static CelStandardFunctions standard() {
      return CelStandardFunctions.newBuilder()
          .excludeFunctions(
              CelStandardFunctions.StandardFunction.MATCHES,
              CelStandardFunctions.StandardFunction.CONTAINS)
          .build();
    }
  }

  /// Of turns: [WorkBudget] counts them, with all else.
  private static final int NO_LIMIT = -1;

  private CelLanguage() {}

  static CelValidationResult parse(String text) {
    return Built.CEL.parse(text);
  }

  /// @param locals names it may use beside those that all may, such as a loop's `item`
  static CelValidationResult check(CelAbstractSyntaxTree parsed, Set<String> locals) {
    return Built.VOCABULARY.check(parsed, locals);
  }

  static CelRuntime.Program program(CelAbstractSyntaxTree checked) throws CelEvaluationException {
    return Built.CEL.createProgram(checked);
  }

  /// What its functions take and give.
  static Signatures signatures() {
    return Built.SIGNATURES;
  }
}

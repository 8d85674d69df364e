package dev.pilothouse.chain;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
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
                CelStringExtensions.Function.JOIN,
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

    /// By the names they know beside those of all.
    static final Dialects DIALECTS = new Dialects(MOST_DIALECTS, Built::more);

    private static Cel more(Set<String> locals) {
      CelBuilder builder = CEL.toCelBuilder();
      locals.forEach(name -> builder.addVar(name, SimpleType.DYN));
      return builder.build();
    }

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
          .addFunctionDeclarations(Gathering.declarations())
          .addFunctionBindings(Gathering.bindings())
          .addFunctionDeclarations(MixedArithmetic.declarations())
          .addFunctionBindings(MixedArithmetic.bindings())
          .addFunctionDeclarations(Functions.declarations())
          .addFunctionBindings(Functions.bindings())
          .addFunctionBindings(Patterns.bindings())
          .addVar("event", MapType.create(SimpleType.STRING, SimpleType.DYN))
          .addVar("steps", MapType.create(SimpleType.STRING, SimpleType.DYN))
          .addVar("vars", MapType.create(SimpleType.STRING, SimpleType.DYN))
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
          .excludeFunctions(CelStandardFunctions.StandardFunction.MATCHES)
          .build();
    }
  }

  /// Authors choose few names for the items of their loops; who makes them up without end pays for
  /// building them again.
  private static final int MOST_DIALECTS = 200;

  /// Of turns: [WorkBudget] counts them, with all else.
  private static final int NO_LIMIT = -1;

  private CelLanguage() {}

  static Cel cel() {
    return Built.CEL;
  }

  /// One that also knows these names, such as a loop's `item`.
  static Cel cel(Set<String> locals) {
    return locals.isEmpty() ? cel() : Built.DIALECTS.knowing(Set.copyOf(locals));
  }

  /// What its functions take and give.
  static Signatures signatures() {
    return Built.SIGNATURES;
  }
}

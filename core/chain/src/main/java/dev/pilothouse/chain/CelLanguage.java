package dev.pilothouse.chain;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;

/// The expression language: what it knows and how far it goes. Built at the first expression, since
/// building it and compiling once takes 200 to 300 ms that no start should pay.
final class CelLanguage {
  /// In characters, of one expression.
  static final int LONGEST = 4096;

  /// Turns of all loops (`map`, `filter`, `exists`, …) of one evaluation together.
  static final int MOST_TURNS = 10_000;

  private static final class Built {
    static final Cel CEL = build();
  }

  private CelLanguage() {}

  static Cel cel() {
    return Built.CEL;
  }

  private static Cel build() {
    CelOptions options =
        CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(MOST_TURNS)
            .maxExpressionCodePointSize(LONGEST)
            .build();
    return CelFactory.plannerCelBuilder()
        .setOptions(options)
        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
        .addCompilerLibraries(
            CelExtensions.optional(),
            CelExtensions.strings(),
            CelExtensions.math(),
            CelExtensions.lists(),
            CelExtensions.sets(options),
            CelExtensions.encoders(options))
        .addRuntimeLibraries(
            CelExtensions.optional(),
            CelExtensions.strings(),
            CelExtensions.math(),
            CelExtensions.lists(),
            CelExtensions.sets(options),
            CelExtensions.encoders(options))
        .addVar("event", MapType.create(SimpleType.STRING, SimpleType.DYN))
        .addVar("steps", MapType.create(SimpleType.STRING, SimpleType.DYN))
        .build();
  }
}

package dev.pilothouse.chain;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import java.util.EnumSet;
import java.util.Set;

/// The expression language: what it knows and how far it goes. Built at the first expression, since
/// building it and compiling once takes 200 to 300 ms that no start should pay.
final class CelLanguage {
  /// In characters, of one expression.
  static final int LONGEST = 4096;

  /// Turns of all loops (`map`, `filter`, `exists`, …) of one evaluation together. `map` of this
  /// library copies its list at every turn: 1,000 of them take 0.2 s, 9,000 take 15 s.
  static final int MOST_TURNS = 1_000;

  private static final class Built {
    // Not among them: `replace` and `lists.range`. One call of theirs can fill the memory.
    private static final Set<CelStringExtensions.Function> TEXT =
        EnumSet.complementOf(EnumSet.of(CelStringExtensions.Function.REPLACE));
    private static final Set<CelListsExtensions.Function> LISTS =
        EnumSet.complementOf(EnumSet.of(CelListsExtensions.Function.RANGE));

    static final Cel CEL = build();

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
              CelExtensions.strings(TEXT),
              CelExtensions.math(),
              CelExtensions.lists(LISTS),
              CelExtensions.sets(options),
              CelExtensions.encoders(options))
          .addRuntimeLibraries(
              CelExtensions.optional(),
              CelExtensions.strings(TEXT),
              CelExtensions.math(),
              CelExtensions.lists(LISTS),
              CelExtensions.sets(options),
              CelExtensions.encoders(options))
          .addVar("event", MapType.create(SimpleType.STRING, SimpleType.DYN))
          .addVar("steps", MapType.create(SimpleType.STRING, SimpleType.DYN))
          .build();
    }
  }

  private CelLanguage() {}

  static Cel cel() {
    return Built.CEL;
  }
}

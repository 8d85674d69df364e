package dev.pilothouse.chain;

import dev.cel.common.CelFunctionDecl;
import dev.cel.runtime.CelFunctionBinding;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// All that expressions can call: our functions, and those of CEL. Told once, here and in the
/// families: the checker, the docs page and its test, the near names in messages and the editor
/// read it.
public final class Functions {
  private static final List<OurFunction> OURS =
      Stream.of(
              TextFunctions.all(),
              NumberFunctions.all(),
              DateFunctions.all(),
              ListFunctions.all(),
              JsonFunctions.all(),
              MoneyFunctions.all(),
              HashFunctions.all(),
              EncodeFunctions.all(),
              LibraryFunctions.all())
          .flatMap(List::stream)
          .toList();

  private static final List<ExpressionFunction> ALL =
      Stream.concat(OURS.stream().map(OurFunction::shown), CelFunctions.all().stream()).toList();

  private Functions() {}

  /// In the order of the docs page.
  public static List<ExpressionFunction> all() {
    return ALL;
  }

  static List<OurFunction> ours() {
    return OURS;
  }

  static List<CelFunctionDecl> declarations() {
    return Stream.concat(OURS.stream(), Stream.of(LibraryFunctions.sortPairs()))
        .map(OurFunction::declaration)
        .toList();
  }

  static List<CelFunctionBinding> bindings() {
    return Stream.concat(OURS.stream(), Stream.of(LibraryFunctions.sortPairs()))
        .map(OurFunction::bindings)
        .flatMap(Collection::stream)
        .toList();
  }
}

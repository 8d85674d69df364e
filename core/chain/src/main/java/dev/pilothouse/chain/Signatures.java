package dev.pilothouse.chain;

import static java.util.stream.Collectors.groupingBy;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.pilothouse.chain.ValueType.Simple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What every function takes and gives, as it is declared to CEL itself: nothing has to be said
/// twice, and a new function is checked from its first day. Where one of ours gives what is several
/// types to CEL, CEL knows nothing, and [Kind] more.
final class Signatures {
  /// More ways to combine kinds than anybody writes; beyond it nothing is said.
  private static final int MOST_WAYS = 512;

  private static final int MOST_SHOWN = 8;

  private final Map<String, List<CelOverloadDecl>> byName;
  private final Map<String, List<CelType>> given =
      Functions.ours().stream()
          .filter(function -> function.gives().taken().size() > 1)
          .collect(Collectors.toMap(OurFunction::name, function -> function.gives().taken()));

  Signatures(Collection<CelFunctionDecl> functions) {
    byName =
        functions.stream()
            .collect(
                groupingBy(
                    CelFunctionDecl::name,
                    Collectors.flatMapping(it -> it.overloads().stream(), Collectors.toList())));
  }

  /// @param arguments with what it is called on, for a function that is called on something
  record Call(String function, boolean member, List<ValueType> arguments) {}

  /// @param misfit the first kinds it does not work on; empty where it always works
  record Answer(Fit fit, ValueType result, List<ValueType> misfit) {
    static final Answer UNKNOWN = new Answer(Fit.ALWAYS, Simple.ANY, List.of());
  }

  Answer answer(Call call) {
    List<CelOverloadDecl> overloads = overloads(call);
    List<List<ValueType>> ways = ways(call.arguments());
    return overloads.isEmpty() || ways.isEmpty()
        ? Answer.UNKNOWN
        : answer(overloads, given.getOrDefault(call.function(), List.of()), ways);
  }

  /// In words, what it works on; the first few ways.
  String takenBy(String function) {
    List<String> ways =
        byName.getOrDefault(function, List.of()).stream()
            .map(overload -> Unification.words(overload.parameterTypes()))
            .distinct()
            .toList();
    return ways.size() > MOST_SHOWN
        ? Misfit.BOTH_SIDES
        : "It works on " + String.join("; on ", ways) + ".";
  }

  private List<CelOverloadDecl> overloads(Call call) {
    return byName.getOrDefault(call.function(), List.of()).stream()
        .filter(overload -> overload.isInstanceFunction() == call.member())
        .filter(overload -> overload.parameterTypes().size() == call.arguments().size())
        .toList();
  }

  private static Answer answer(
      List<CelOverloadDecl> overloads, List<CelType> given, List<List<ValueType>> ways) {
    List<Way> tried = ways.stream().map(kinds -> Way.through(overloads, given, kinds)).toList();
    List<ValueType> misfit =
        tried.stream()
            .filter(way -> way.fit() != Fit.ALWAYS)
            .findFirst()
            .map(Way::kinds)
            .orElse(List.of());
    return new Answer(
        Fit.ofAny(tried.stream().map(Way::fit).toList()),
        TypeUnion.of(tried.stream().map(Way::result).toList()),
        misfit);
  }

  /// Every combination of the kinds that the arguments may be of.
  private static List<List<ValueType>> ways(List<ValueType> arguments) {
    List<List<ValueType>> ways = List.of(List.of());
    for (ValueType argument : arguments) {
      ways =
          ways.stream()
              .flatMap(before -> argument.kinds().stream().map(kind -> with(before, kind)))
              .limit(MOST_WAYS + 1L)
              .toList();
    }
    return ways.size() > MOST_WAYS ? List.of() : ways;
  }

  private static List<ValueType> with(List<ValueType> before, ValueType kind) {
    List<ValueType> longer = new ArrayList<>(before);
    longer.add(kind);
    return longer;
  }

  /// One combination of kinds, and what comes of it.
  private record Way(List<ValueType> kinds, Fit fit, ValueType result) {
    static Way through(
        List<CelOverloadDecl> overloads, List<CelType> given, List<ValueType> kinds) {
      Fit fit = Fit.NEVER;
      List<ValueType> results = new ArrayList<>();
      for (CelOverloadDecl overload : overloads) {
        Unification unification = new Unification();
        Fit one = unification.fit(overload.parameterTypes(), kinds);
        if (one != Fit.NEVER) {
          results.add(
              TypeUnion.of(
                  (given.isEmpty() ? List.of(overload.resultType()) : given)
                      .stream().map(unification::result).toList()));
        }
        fit = fit.or(one);
      }
      return new Way(kinds, fit, result(kinds, results));
    }

    /// Where nobody knows which overload it will be, and they differ, nothing is known.
    private static ValueType result(List<ValueType> kinds, List<ValueType> results) {
      return kinds.contains(Simple.ANY) && results.stream().distinct().count() > 1
          ? Simple.ANY
          : TypeUnion.of(results);
    }
  }
}

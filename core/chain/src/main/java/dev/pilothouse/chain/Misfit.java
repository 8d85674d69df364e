package dev.pilothouse.chain;

import dev.cel.common.ast.CelExpr;
import dev.pilothouse.chain.ValueType.Maybe;
import dev.pilothouse.chain.ValueType.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Kinds of values that do not go together in a call, and what to do about it.
///
/// @param types of what it is called on, if anything, and of its arguments
/// @param odd those of their kinds that do not fit
record Misfit(CelExpr.CelCall call, List<ValueType> types, List<ValueType> odd) {
  static final String BOTH_SIDES =
      "Convert with string(...), int(...) or double(...), so that both sides are of one kind.";

  private static final Map<String, String> WRITTEN =
      Map.of("math.@max", "math.greatest", "math.@min", "math.least");

  /// As its author wrote it.
  String function() {
    return WRITTEN.getOrDefault(call.function(), CelMistakes.operator(call.function()));
  }

  /// Such as `a number ('event.data.amount') and a text`.
  String given() {
    List<CelExpr> given = arguments();
    List<String> named = new ArrayList<>();
    for (int i = 0; i < odd.size(); i++) {
      String written =
          given.get(i).getKind() == CelExpr.ExprKind.Kind.CONSTANT
              ? ""
              : Written.of(given.get(i)).inBrackets();
      named.add(odd.get(i).words() + written);
    }
    return named.size() == 1
        ? named.getFirst()
        : String.join(", ", named.subList(0, named.size() - 1)) + " and " + named.getLast();
  }

  private List<CelExpr> arguments() {
    return Stream.concat(call.target().stream(), call.args().stream()).toList();
  }

  /// @param otherwise where nothing better is known
  String hint(String otherwise) {
    List<ValueType> kinds = odd.stream().flatMap(type -> type.kinds().stream()).toList();
    if (kinds.stream().anyMatch(Maybe.class::isInstance)) {
      return "Give a default where it may be missing: .orValue(...).";
    }
    if (kinds.contains(Simple.NOTHING)) {
      return "Ask first: " + nullable() + " != null.";
    }
    if (kinds.contains(Simple.TIME) && hasNumber(kinds)) {
      return "Write how long as a duration, such as duration('72h').";
    }
    return conversion(kinds).orElse(otherwise);
  }

  /// What may be null, as it is written.
  private String nullable() {
    List<CelExpr> given = arguments();
    for (int i = 0; i < odd.size(); i++) {
      if (odd.get(i).mayBe(Simple.NOTHING)) {
        return Written.of(given.get(i)).text();
      }
    }
    return "…";
  }

  private Optional<String> conversion(List<ValueType> kinds) {
    if (isOtherNumber(Simple.DECIMAL, Simple.WHOLE)) {
      return Optional.of("Make a whole number with int(...).");
    }
    if (isOtherNumber(Simple.WHOLE, Simple.DECIMAL)) {
      return Optional.of("Convert it with double(...).");
    }
    if (!kinds.contains(Simple.TEXT)) {
      return Optional.empty();
    }
    if (kinds.contains(Simple.TIME)) {
      return Optional.of("Make a time of the text with timestamp(...).");
    }
    if (kinds.contains(Simple.DURATION)) {
      return Optional.of(
          "Make a time of the text with timestamp(...), or a duration with duration(...).");
    }
    return hasNumber(kinds)
        ? Optional.of(
            "Make a number of the text with double(...), or a text of the number with string(...).")
        : Optional.empty();
  }

  /// A number may be whole or not, and only one of the two fits.
  private boolean isOtherNumber(Simple found, Simple fits) {
    for (int i = 0; i < odd.size(); i++) {
      if (odd.get(i) == found && types.get(i).mayBe(fits)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNumber(List<ValueType> kinds) {
    return kinds.stream().anyMatch(kind -> kind instanceof Simple simple && simple.isNumber());
  }
}

package dev.pilothouse.chain;

import dev.cel.common.Operator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What each function costs: those of CEL by the lists here, ours by their own word.
final class FunctionCosts {
  /// They give yes, no or a number, or what they were given, and take as long for a large value as
  /// for a small one. But a text may stand in the complaint when they fail.
  private static final Set<String> PICKING =
      Set.of(
          Operator.INDEX.getFunction(),
          Operator.OPTIONAL_INDEX.getFunction(),
          Operator.OPTIONAL_SELECT.getFunction(),
          Operator.LOGICAL_AND.getFunction(),
          Operator.LOGICAL_OR.getFunction(),
          Operator.LOGICAL_NOT.getFunction(),
          Operator.CONDITIONAL.getFunction(),
          Operator.NOT_STRICTLY_FALSE.getFunction(),
          Operator.NEGATE.getFunction(),
          Operator.SUBTRACT.getFunction(),
          Operator.MULTIPLY.getFunction(),
          Operator.DIVIDE.getFunction(),
          Operator.MODULO.getFunction(),
          Gathering.BEGIN,
          Gathering.ADD,
          "or",
          "orValue",
          "value",
          "hasValue",
          "dyn",
          "type");

  /// They give yes, no or a number, and go through what they are given.
  private static final Map<String, Weight> COMPARING =
      Map.ofEntries(
          Map.entry(Operator.EQUALS.getFunction(), Weight.COMPARED),
          Map.entry(Operator.NOT_EQUALS.getFunction(), Weight.COMPARED),
          Map.entry(Operator.IN.getFunction(), Weight.SOUGHT),
          Map.entry(Operator.LESS.getFunction(), Weight.TEXTS),
          Map.entry(Operator.LESS_EQUALS.getFunction(), Weight.TEXTS),
          Map.entry(Operator.GREATER.getFunction(), Weight.TEXTS),
          Map.entry(Operator.GREATER_EQUALS.getFunction(), Weight.TEXTS),
          Map.entry("size", Weight.TEXTS),
          Map.entry("int", Weight.TEXTS),
          Map.entry("double", Weight.TEXTS),
          Map.entry("bool", Weight.TEXTS),
          Map.entry("contains", Weight.TEXTS),
          Map.entry("startsWith", Weight.TEXTS),
          Map.entry("endsWith", Weight.TEXTS));

  private static final Map<String, Weight> WEIGHTS = weights();
  private static final Map<String, Integer> STEPS =
      Functions.ours().stream()
          .collect(Collectors.toUnmodifiableMap(OurFunction::name, OurFunction::steps));

  private FunctionCosts() {}

  private static Map<String, Weight> weights() {
    Map<String, Weight> weights = new HashMap<>(COMPARING);
    PICKING.forEach(name -> weights.put(name, Weight.TEXTS));
    weights.put(Gathering.END, Weight.NOTHING);
    Functions.ours().forEach(function -> weights.put(function.name(), function.weight()));
    return Map.copyOf(weights);
  }

  static Weight weight(String function) {
    return WEIGHTS.getOrDefault(function, Weight.ONCE);
  }

  /// To call it once, whatever it is given.
  static int steps(String function) {
    return STEPS.getOrDefault(function, 1);
  }

  /// Whether it seeks its second argument, a pattern, in its first.
  static boolean searches(String function) {
    return Patterns.FUNCTIONS.contains(function);
  }

  /// Whether its value was not there before.
  static boolean makes(String function) {
    return !PICKING.contains(function) && !COMPARING.containsKey(function);
  }

  /// Whether one call of it may take long, or give something larger than it was given.
  static boolean mayGrow(String function) {
    return makes(function);
  }
}

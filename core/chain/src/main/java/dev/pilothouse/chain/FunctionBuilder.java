package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.List;

/// Writes down a function in the order in which one would tell of it.
final class FunctionBuilder {
  private static final int USUAL_STEPS = 10;

  private final String name;
  private final boolean member;
  private final List<Parameter> parameters = new ArrayList<>();
  private Kind gives = Kind.ANY;
  private int steps = USUAL_STEPS;
  private Weight weight = Weight.ONCE;
  private String does = "";
  private String example = "";
  private String result = "";

  FunctionBuilder(String name, boolean member) {
    this.name = name;
    this.member = member;
  }

  FunctionBuilder taking(String parameter, Kind kind) {
    parameters.add(new Parameter(parameter, kind, false));
    return this;
  }

  /// All that follow are optional, too.
  FunctionBuilder maybe(String parameter, Kind kind) {
    parameters.add(new Parameter(parameter, kind, true));
    return this;
  }

  FunctionBuilder giving(Kind kind) {
    gives = kind;
    return this;
  }

  /// What it does with each of its arguments; once through each, if not said.
  FunctionBuilder weighing(Weight ofEach) {
    weight = ofEach;
    return this;
  }

  /// What one call takes, whatever it is given.
  FunctionBuilder costing(int stepsOfACall) {
    steps = stepsOfACall;
    return this;
  }

  FunctionBuilder does(String sentence) {
    does = sentence;
    return this;
  }

  FunctionBuilder shown(String expression, String asJson) {
    example = expression;
    result = asJson;
    return this;
  }

  OurFunction by(OurFunction.Body body) {
    return new OurFunction(
        name, member, List.copyOf(parameters), gives, steps, weight, does, example, result, body);
  }
}

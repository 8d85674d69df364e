package dev.pilothouse.chain;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A function of ours: what people are told of it, what the checker knows of it, and what it does.
/// Each is pure: it knows nothing but what it is given, no clock, no country, no chance.
///
/// @param member called on its first parameter, `list.join(separator)`, as functions of CEL's
///   libraries are
/// @param steps what one call takes, whatever it is given
/// @param weight what it does with each value it is given
record OurFunction(
    String name,
    boolean member,
    List<Parameter> parameters,
    Kind gives,
    int steps,
    Weight weight,
    String does,
    String example,
    String result,
    Body body) {
  @FunctionalInterface
  interface Body {
    Object apply(Given given);
  }

  static FunctionBuilder named(String name) {
    return new FunctionBuilder(name, false);
  }

  static FunctionBuilder calledOn(String name) {
    return new FunctionBuilder(name, true);
  }

  ExpressionFunction shown() {
    return new ExpressionFunction(name, signature(), gives.words(), does, example, result);
  }

  String signature() {
    List<Parameter> within = member ? parameters.subList(1, parameters.size()) : parameters;
    String call =
        within.stream().map(Parameter::toString).collect(Collectors.joining(", ", "(", ")"));
    return (member ? parameters.getFirst().name() + "." : "") + name + call;
  }

  CelFunctionDecl declaration() {
    return CelFunctionDecl.newFunctionDeclaration(
        name, overloads().stream().map(this::declaration).toList());
  }

  private CelOverloadDecl declaration(List<CelType> types) {
    return member
        ? CelOverloadDecl.newMemberOverload(id(types), does, gives.given(), types)
        : CelOverloadDecl.newGlobalOverload(id(types), does, gives.given(), types);
  }

  private String id(List<CelType> types) {
    return types.stream().map(CelType::toString).collect(Collectors.joining("_", name + "_", ""));
  }

  Collection<CelFunctionBinding> bindings() {
    return CelFunctionBinding.fromOverloads(name, overloads().stream().map(this::binding).toList());
  }

  @SuppressWarnings("Immutable") // a body holds nothing that changes
  private CelFunctionBinding binding(List<CelType> types) {
    return switch (types.size()) {
      case 1 -> CelFunctionBinding.from(id(types), Object.class, one -> apply(one));
      case 2 ->
          CelFunctionBinding.from(
              id(types), Object.class, Object.class, (one, two) -> apply(one, two));
      default ->
          CelFunctionBinding.from(
              id(types), Collections.<Class<?>>nCopies(types.size(), Object.class), this::apply);
    };
  }

  Object apply(Object... values) {
    Given given = new Given(this, List.of(values));
    try {
      return body.apply(given);
    } catch (CelRuntimeException said) {
      throw said;
    } catch (ArithmeticException | DateTimeException outOfRange) {
      throw given.refuse("the numbers are too large (" + outOfRange.getMessage() + ")");
    }
  }

  /// The types it takes, once for each way to call it.
  private List<List<CelType>> overloads() {
    int required = (int) parameters.stream().filter(parameter -> !parameter.optional()).count();
    return IntStream.rangeClosed(required, parameters.size())
        .mapToObj(count -> typesOf(parameters.subList(0, count)))
        .flatMap(List::stream)
        .toList();
  }

  private static List<List<CelType>> typesOf(List<Parameter> parameters) {
    List<List<CelType>> all = List.of(List.of());
    for (Parameter parameter : parameters) {
      all = all.stream().flatMap(types -> with(types, parameter.kind()).stream()).toList();
    }
    return all;
  }

  private static List<List<CelType>> with(List<CelType> types, Kind kind) {
    return kind.taken().stream().map(type -> with(types, type)).toList();
  }

  private static List<CelType> with(List<CelType> types, CelType type) {
    List<CelType> more = new ArrayList<>(types);
    more.add(type);
    return more;
  }
}

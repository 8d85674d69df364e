package dev.pilothouse.chain;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.pilothouse.chain.ValueType.ListOf;
import dev.pilothouse.chain.ValueType.Maybe;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.OneOf;
import dev.pilothouse.chain.ValueType.Others;
import dev.pilothouse.chain.ValueType.Simple;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One overload of a function held against what it is called with. CEL writes `A` where any type
/// will do: what stood there is remembered for the result.
final class Unification {
  private static final Map<CelType, Simple> SIMPLE =
      Map.of(
          SimpleType.STRING, Simple.TEXT,
          SimpleType.INT, Simple.WHOLE,
          SimpleType.DOUBLE, Simple.DECIMAL,
          SimpleType.UINT, Simple.UNSIGNED,
          SimpleType.BOOL, Simple.YES_NO,
          SimpleType.TIMESTAMP, Simple.TIME,
          SimpleType.DURATION, Simple.DURATION,
          SimpleType.BYTES, Simple.BYTES,
          SimpleType.NULL_TYPE, Simple.NOTHING);

  private final Map<String, ValueType> bound = new HashMap<>();

  /// @param arguments one kind for each parameter
  Fit fit(List<CelType> parameters, List<ValueType> arguments) {
    Fit fit = Fit.ALWAYS;
    for (int i = 0; i < parameters.size(); i++) {
      fit = fit.and(fitOne(parameters.get(i), arguments.get(i)));
    }
    return fit;
  }

  private Fit fitOne(CelType parameter, ValueType kind) {
    if (parameter instanceof TypeParamType any) {
      bound.merge(any.name(), kind, ValueType::or);
      return Fit.ALWAYS;
    }
    if (parameter.kind().isDyn() || kind == Simple.ANY) {
      return Fit.ALWAYS;
    }
    return switch (kind) {
      case Simple simple -> fitSimple(parameter, simple);
      case ListOf(ValueType items) ->
          parameter instanceof ListType list ? fitWithin(list.elemType(), items) : Fit.NEVER;
      case ObjectOf object ->
          parameter instanceof MapType map
              ? fitWithin(map.keyType(), object.keys())
                  .and(fitWithin(map.valueType(), object.values()))
              : Fit.NEVER;
      case Maybe(ValueType value) ->
          parameter instanceof OptionalType optional
              ? fitWithin(optional.parameters().getFirst(), value)
              : Fit.NEVER;
      case OneOf several -> fitWithin(parameter, several);
    };
  }

  private static Fit fitSimple(CelType parameter, Simple simple) {
    boolean fits =
        simple == Simple.TYPE ? parameter.kind() == CelKind.TYPE : simple == SIMPLE.get(parameter);
    return fits ? Fit.ALWAYS : Fit.NEVER;
  }

  /// An empty list holds nothing that could not fit.
  private Fit fitWithin(CelType parameter, ValueType type) {
    return Fit.ofAny(type.kinds().stream().map(kind -> fitOne(parameter, kind)).toList());
  }

  /// What the overload gives, once its parameters were held against arguments.
  ValueType result(CelType type) {
    return switch (type) {
      case TypeParamType any -> bound.getOrDefault(any.name(), TypeUnion.NEVER);
      case ListType list -> new ListOf(result(list.elemType()));
      case MapType map ->
          new ObjectOf(
              new LinkedHashMap<>(), new Others.Of(result(map.keyType()), result(map.valueType())));
      case OptionalType optional -> new Maybe(result(optional.parameters().getFirst()));
      default -> type.kind() == CelKind.TYPE ? Simple.TYPE : SIMPLE.getOrDefault(type, Simple.ANY);
    };
  }

  /// As messages call what an overload takes.
  static String words(List<CelType> parameters) {
    return parameters.stream()
        .map(type -> new Unification().result(type))
        .map(type -> type.equals(TypeUnion.NEVER) ? Simple.ANY : type)
        .map(ValueType::words)
        .collect(Collectors.joining(" and "));
  }
}

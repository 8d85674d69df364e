package dev.pilothouse.chain;

import dev.pilothouse.chain.ValueType.ListOf;
import dev.pilothouse.chain.ValueType.Maybe;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.OneOf;
import dev.pilothouse.chain.ValueType.Others;
import dev.pilothouse.chain.ValueType.Property;
import dev.pilothouse.chain.ValueType.Simple;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What becomes of a value that is written as JSON and read again, as everything is that a step
/// hands on: times turn into texts, what is missing into null.
final class AsJson {
  private AsJson() {}

  static ValueType of(ValueType type) {
    return TypeUnion.of(type.kinds().stream().flatMap(AsJson::ofKind).toList());
  }

  private static Stream<ValueType> ofKind(ValueType kind) {
    return switch (kind) {
      case Simple simple -> Stream.of(simple(simple));
      case ListOf(ValueType items) -> Stream.of(new ListOf(of(items)));
      case ObjectOf object -> Stream.of(object(object));
      case Maybe(ValueType value) -> Stream.of(of(value), Simple.NOTHING);
      case OneOf several -> several.kinds().stream().flatMap(AsJson::ofKind);
    };
  }

  private static Simple simple(Simple simple) {
    return switch (simple) {
      case TIME, DURATION, BYTES -> Simple.TEXT;
      case UNSIGNED -> Simple.WHOLE;
      case TEXT, WHOLE, DECIMAL, YES_NO, NOTHING, TYPE, ANY -> simple;
    };
  }

  private static ObjectOf object(ObjectOf object) {
    SequencedMap<String, Property> properties = new LinkedHashMap<>();
    object
        .properties()
        .forEach((name, property) ->
            properties.put(name, new Property(of(property.type()), property.required())));
    return new ObjectOf(properties, others(object.others()));
  }

  private static Others others(Others others) {
    return switch (others) {
      case Others.Of(_, ValueType values) -> new Others.Of(Simple.TEXT, of(values));
      case Others.None _, Others.Strays _ -> others;
    };
  }

  /// Whether JSON can hold it: a type is no value.
  static boolean canHold(ValueType type) {
    return type.kinds().stream().allMatch(AsJson::canHoldKind);
  }

  private static boolean canHoldKind(ValueType kind) {
    return switch (kind) {
      case Simple simple -> simple != Simple.TYPE;
      case ListOf(ValueType items) -> canHold(items);
      case ObjectOf object -> canHold(object.values());
      case Maybe(ValueType value) -> canHold(value);
      case OneOf several -> canHold(several);
    };
  }
}

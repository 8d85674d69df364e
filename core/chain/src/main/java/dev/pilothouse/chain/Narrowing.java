package dev.pilothouse.chain;

import dev.pilothouse.chain.ValueType.ListOf;
import dev.pilothouse.chain.ValueType.Maybe;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.OneOf;
import dev.pilothouse.chain.ValueType.Others;
import dev.pilothouse.chain.ValueType.Property;
import dev.pilothouse.chain.ValueType.Simple;
import java.util.List;
import java.util.Optional;

/// What a type becomes by knowing that something stands at a path within it.
final class Narrowing {
  private Narrowing() {}

  static ValueType of(ValueType type, Fact fact) {
    return of(type, fact.path().keys(), fact.something());
  }

  /// Unchanged where it could not be so: then what follows is never reached.
  private static ValueType of(ValueType type, List<String> keys, boolean something) {
    if (keys.isEmpty()) {
      return something ? type.something() : type;
    }
    ValueType narrowed =
        TypeUnion.of(
            type.kinds().stream().flatMap(kind -> within(kind, keys, something).stream()).toList());
    return narrowed.equals(TypeUnion.NEVER) ? type : narrowed;
  }

  /// Empty for a kind that holds nothing under a name.
  private static Optional<ValueType> within(ValueType kind, List<String> keys, boolean something) {
    return switch (kind) {
      case ObjectOf object ->
          property(object, keys.getFirst())
              .map(found -> of(found, keys.subList(1, keys.size()), something))
              .<ValueType>map(type -> holding(object, keys.getFirst(), new Property(type, true)));
      case Maybe _ -> Optional.of(kind);
      case Simple single -> single == Simple.ANY ? Optional.of(kind) : Optional.empty();
      case ListOf _, OneOf _ -> Optional.empty();
    };
  }

  private static ObjectOf holding(ObjectOf object, String name, Property property) {
    return object.property(name).filter(property::equals).isPresent()
        ? object
        : object.with(name, property);
  }

  private static Optional<ValueType> property(ObjectOf object, String name) {
    return object.property(name).map(Property::type).or(() -> stray(object.others()));
  }

  private static Optional<ValueType> stray(Others others) {
    return switch (others) {
      case Others.None _ -> Optional.empty();
      case Others.Strays _, Others.Of _ -> Optional.of(others.values());
    };
  }
}

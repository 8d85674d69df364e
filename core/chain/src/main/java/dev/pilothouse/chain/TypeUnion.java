package dev.pilothouse.chain;

import dev.pilothouse.chain.ValueType.ListOf;
import dev.pilothouse.chain.ValueType.Maybe;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.OneOf;
import dev.pilothouse.chain.ValueType.Others;
import dev.pilothouse.chain.ValueType.Property;
import dev.pilothouse.chain.ValueType.Simple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// What is of one of several types. Lists become one list, objects one object: which of them a
/// value came from is forgotten, so that types stay small however many ways lead to a place.
final class TypeUnion {
  static final ValueType NUMBER = new OneOf(List.of(Simple.WHOLE, Simple.DECIMAL));

  /// Of what is never there, such as an item of an empty list.
  static final ValueType NEVER = new OneOf(List.of());

  private final Set<ValueType> kinds = new LinkedHashSet<>();
  private Optional<ListOf> list = Optional.empty();
  private Optional<ObjectOf> object = Optional.empty();
  private Optional<Maybe> maybe = Optional.empty();

  private TypeUnion() {}

  static ValueType of(Collection<ValueType> types) {
    TypeUnion union = new TypeUnion();
    types.forEach(type -> type.kinds().forEach(union::add));
    return union.type();
  }

  private void add(ValueType kind) {
    switch (kind) {
      case Simple single -> kinds.add(single);
      case ListOf more ->
          list = Optional.of(list.map(it -> new ListOf(it.items().or(more.items()))).orElse(more));
      case ObjectOf more -> object = Optional.of(object.map(it -> joined(it, more)).orElse(more));
      case Maybe more ->
          maybe = Optional.of(maybe.map(it -> new Maybe(it.value().or(more.value()))).orElse(more));
      case OneOf several -> several.kinds().forEach(this::add);
    }
  }

  private ValueType type() {
    if (kinds.contains(Simple.ANY)) {
      return Simple.ANY;
    }
    List<ValueType> all = new ArrayList<>(kinds);
    list.ifPresent(all::add);
    object.ifPresent(all::add);
    maybe.ifPresent(all::add);
    return all.size() == 1 ? all.getFirst() : new OneOf(all);
  }

  /// What only one of the two has may be missing.
  private static ObjectOf joined(ObjectOf one, ObjectOf other) {
    SequencedMap<String, Property> properties = new LinkedHashMap<>();
    one.properties()
        .forEach((name, property) -> properties.put(name, joined(property, other, name)));
    other
        .properties()
        .forEach(
            (name, property) -> properties.computeIfAbsent(name, _ -> joined(property, one, name)));
    return new ObjectOf(properties, joined(one.others(), other.others()));
  }

  private static Property joined(Property property, ObjectOf other, String name) {
    return other
        .property(name)
        .map(same -> joined(property, same))
        .orElseGet(() -> new Property(withStray(property.type(), other.others()), false));
  }

  private static Property joined(Property one, Property other) {
    return one.equals(other)
        ? one
        : new Property(one.type().or(other.type()), one.required() && other.required());
  }

  /// What strays into an object was declared nowhere: it is taken for what the other one declares.
  private static ValueType withStray(ValueType declared, Others others) {
    return switch (others) {
      case Others.None _, Others.Strays _ -> declared;
      case Others.Of(_, ValueType values) -> declared.or(values);
    };
  }

  private static Others joined(Others one, Others other) {
    if (one.equals(other) || other instanceof Others.None) {
      return one;
    }
    return one instanceof Others.None
        ? other
        : new Others.Of(one.keys().or(other.keys()), one.values().or(other.values()));
  }
}

package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// What a value can be, as far as that is known before there is one. JSON tells whole numbers from
/// others only by how they are written, so a number may be either kind.
sealed interface ValueType {
  /// As messages call it.
  String words();

  /// The single kinds it may be of; none of them is a [OneOf].
  default List<ValueType> kinds() {
    return List.of(this);
  }

  default ValueType or(ValueType other) {
    return equals(other) ? this : TypeUnion.of(List.of(this, other));
  }

  /// The same without what is null; itself where nothing else is left.
  default ValueType something() {
    return this;
  }

  default boolean mayBe(ValueType kind) {
    return kinds().contains(kind);
  }

  enum Simple implements ValueType {
    TEXT("a text"),
    WHOLE("a whole number"),
    DECIMAL("a number"),
    UNSIGNED("an unsigned number"),
    YES_NO("true or false"),
    TIME("a time"),
    DURATION("a duration"),
    BYTES("bytes"),
    NOTHING("nothing (null)"),
    /// What `type(...)` gives.
    TYPE("a type"),
    /// Nothing is known of it, and nothing is said against it.
    ANY("anything");

    private final String words;

    Simple(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }

    boolean isNumber() {
      return this == WHOLE || this == DECIMAL || this == UNSIGNED;
    }
  }

  record ListOf(ValueType items) implements ValueType {
    @Override
    public String words() {
      return "a list";
    }
  }

  /// @param properties in the order in which they were declared
  record ObjectOf(SequencedMap<String, Property> properties, Others others) implements ValueType {
    static final ObjectOf EMPTY = new ObjectOf(new LinkedHashMap<>(), new Others.None());

    public ObjectOf {
      properties = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(properties));
    }

    Optional<Property> property(String name) {
      return Optional.ofNullable(properties.get(name));
    }

    ObjectOf with(String name, Property property) {
      SequencedMap<String, Property> more = new LinkedHashMap<>(properties);
      more.put(name, property);
      return new ObjectOf(more, others);
    }

    /// What any of its fields may hold.
    ValueType values() {
      List<ValueType> all = new ArrayList<>();
      properties.values().forEach(property -> all.add(property.type()));
      all.add(others.values());
      return TypeUnion.of(all);
    }

    ValueType keys() {
      return properties.isEmpty() ? others.keys() : others.keys().or(Simple.TEXT);
    }

    @Override
    public String words() {
      return "an object";
    }
  }

  /// @param required always there
  record Property(ValueType type, boolean required) {}

  /// What an object may hold beside its properties.
  sealed interface Others {
    ValueType keys();

    ValueType values();

    record None() implements Others {
      @Override
      public ValueType keys() {
        return TypeUnion.NEVER;
      }

      @Override
      public ValueType values() {
        return TypeUnion.NEVER;
      }
    }

    /// Whatever a sender adds. It may be asked for; who reads it as if it were declared has
    /// probably mistyped a name.
    record Strays() implements Others {
      @Override
      public ValueType keys() {
        return Simple.TEXT;
      }

      @Override
      public ValueType values() {
        return Simple.ANY;
      }
    }

    record Of(ValueType keys, ValueType values) implements Others {}
  }

  /// What `.?` gives: a value, or none.
  record Maybe(ValueType value) implements ValueType {
    @Override
    public String words() {
      return "a value that may be missing";
    }
  }

  /// Of several kinds, at most one of which is a list, an object or a maybe. Made by [TypeUnion].
  record OneOf(List<ValueType> kinds) implements ValueType {
    public OneOf {
      kinds = List.copyOf(kinds);
    }

    @Override
    public ValueType something() {
      ValueType left = TypeUnion.of(kinds.stream().filter(kind -> kind != Simple.NOTHING).toList());
      return left.equals(TypeUnion.NEVER) ? this : left;
    }

    @Override
    public String words() {
      return kinds.isEmpty()
          ? "nothing at all"
          : kinds.stream()
              .filter(kind -> kind != Simple.WHOLE || !kinds.contains(Simple.DECIMAL))
              .map(ValueType::words)
              .collect(Collectors.joining(" or "));
    }
  }
}

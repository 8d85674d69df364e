package dev.pilothouse.chain;

import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.Property;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The variables at one place of a definition, and what is known of them there. Immutable.
///
/// @param there what stands within items of lists for certain: a type knows all items as one
record TypeScope(Map<String, ValueType> variables, Set<AccessPath> there) {
  TypeScope {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    there = Collections.unmodifiableSet(new LinkedHashSet<>(there));
  }

  static TypeScope of(Map<String, ValueType> variables) {
    return new TypeScope(variables, Set.of());
  }

  Optional<ValueType> find(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  boolean knows(AccessPath path) {
    return there.contains(path);
  }

  TypeScope with(String name, ValueType type) {
    Map<String, ValueType> more = new LinkedHashMap<>(variables);
    more.put(name, type);
    Set<AccessPath> ofOthers = new LinkedHashSet<>(there);
    ofOthers.removeIf(path -> path.variable().equals(name));
    return new TypeScope(more, ofOthers);
  }

  /// As it was before this name was known.
  TypeScope without(String name, TypeScope before) {
    Map<String, ValueType> fewer = new LinkedHashMap<>(variables);
    fewer.remove(name);
    before.find(name).ifPresent(type -> fewer.put(name, type));
    return new TypeScope(fewer, there);
  }

  /// With one more field in an object such as `steps`.
  TypeScope adding(String object, String field, Property property) {
    return find(object).orElse(ObjectOf.EMPTY) instanceof ObjectOf fields
        ? with(object, fields.with(field, property))
        : this;
  }

  /// What stands in an object here and did not before, or not as it does now.
  List<Map.Entry<String, Property>> addedTo(String object, TypeScope before) {
    ObjectOf then = object(object, before);
    return object(object, this).properties().entrySet().stream()
        .filter(
            field -> !then.property(field.getKey()).filter(field.getValue()::equals).isPresent())
        .toList();
  }

  private static ObjectOf object(String name, TypeScope scope) {
    return scope.find(name).orElse(ObjectOf.EMPTY) instanceof ObjectOf fields
        ? fields
        : ObjectOf.EMPTY;
  }

  /// Where these facts hold.
  TypeScope given(Set<Fact> facts) {
    if (facts.isEmpty()) {
      return this;
    }
    Map<String, ValueType> narrowed = new LinkedHashMap<>(variables);
    Set<AccessPath> more = new LinkedHashSet<>(there);
    for (Fact fact : facts) {
      if (fact.path().leadsThroughList()) {
        more.add(fact.path());
      } else {
        narrowed.computeIfPresent(fact.path().variable(), (_, type) -> Narrowing.of(type, fact));
      }
    }
    return new TypeScope(narrowed, more);
  }

  /// Behind two ways that meet: what only one of them knows is not certain any more.
  TypeScope or(TypeScope other) {
    Map<String, ValueType> joined = new LinkedHashMap<>();
    variables.forEach(
        (name, type) -> other.find(name).ifPresent(same -> joined.put(name, type.or(same))));
    Set<AccessPath> common = new LinkedHashSet<>(there);
    common.retainAll(other.there);
    return new TypeScope(joined, common);
  }
}

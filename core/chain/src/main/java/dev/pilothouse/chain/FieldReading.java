package dev.pilothouse.chain;

import dev.pilothouse.chain.ValueType.ListOf;
import dev.pilothouse.chain.ValueType.Maybe;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.OneOf;
import dev.pilothouse.chain.ValueType.Others;
import dev.pilothouse.chain.ValueType.Property;
import dev.pilothouse.chain.ValueType.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads a field by its name, asks whether it is there, or reads it if it is.
final class FieldReading {
  /// What one kind of value says to a name.
  private sealed interface Answer {
    record Always(ValueType type) implements Answer {}

    /// @param object that has it or not
    record MayBe(ValueType type, ObjectOf object) implements Answer {}

    record NoSuch(ObjectOf object) implements Answer {}

    record NoFields(ValueType kind) implements Answer {}
  }

  private final Complaints complaints;

  FieldReading(Complaints complaints) {
    this.complaints = complaints;
  }

  /// `a.b`: fails where there is none.
  ValueType read(ValueType from, FieldName field) {
    List<ValueType> found = new ArrayList<>();
    List<Answer> faults = new ArrayList<>();
    for (ValueType kind : from.kinds()) {
      switch (kind) {
        case Maybe(ValueType value) -> found.add(new Maybe(readWithin(value, field)));
        case Simple _, ListOf _, ObjectOf _, OneOf _ -> sort(answer(kind, field), found, faults);
      }
    }
    complain(faults, field, found.isEmpty());
    return found.isEmpty() ? Simple.ANY : TypeUnion.of(found);
  }

  private void complain(List<Answer> faults, FieldName field, boolean certain) {
    List<ValueType> odd = new ArrayList<>();
    for (Answer fault : faults) {
      switch (fault) {
        case Answer.NoSuch(ObjectOf object) -> complaints.add(field.noSuch(object, certain));
        case Answer.MayBe(ValueType type, ObjectOf object) ->
            complaints.add(field.mayBeMissing(type, object));
        case Answer.NoFields(ValueType kind) -> odd.add(kind);
        case Answer.Always _ -> {}
      }
    }
    if (!odd.isEmpty()) {
      complaints.add(field.noFields(TypeUnion.of(odd), certain));
    }
  }

  private static void sort(Answer answer, List<ValueType> found, List<Answer> faults) {
    switch (answer) {
      case Answer.Always(ValueType type) -> found.add(type);
      case Answer.MayBe(ValueType type, _) -> {
        found.add(type);
        faults.add(answer);
      }
      case Answer.NoSuch _, Answer.NoFields _ -> faults.add(answer);
    }
  }

  /// `a.?b`: gives none where there is none.
  ValueType readIfThere(ValueType from, FieldName field) {
    Stream<ValueType> kinds =
        from.kinds().stream()
            .flatMap(kind ->
                kind instanceof Maybe(ValueType value) ? value.kinds().stream() : Stream.of(kind));
    return new Maybe(foundIn(kinds.toList(), field));
  }

  /// A field of what may be missing may be missing itself; but what is there must have fields.
  private ValueType readWithin(ValueType value, FieldName field) {
    requireFields(value.kinds(), field, value.kinds().size());
    return foundIn(value.kinds(), field);
  }

  private void requireFields(List<ValueType> kinds, FieldName field, int ways) {
    List<Answer> noFields =
        kinds.stream()
            .map(kind -> answer(kind, field))
            .filter(Answer.NoFields.class::isInstance)
            .toList();
    complain(noFields, field, noFields.size() == ways);
  }

  private ValueType foundIn(List<ValueType> kinds, FieldName field) {
    List<ValueType> found = new ArrayList<>();
    for (ValueType kind : kinds) {
      switch (answer(kind, field)) {
        case Answer.Always(ValueType type) -> found.add(type);
        case Answer.MayBe(ValueType type, _) -> found.add(type);
        case Answer.NoSuch(ObjectOf object) -> found.add(asked(object, field));
        case Answer.NoFields _ -> {}
      }
    }
    return TypeUnion.of(found);
  }

  /// `has(a.b)`: fails only on what has no fields at all.
  void ask(ValueType from, FieldName field) {
    List<ValueType> kinds = from.kinds().stream().filter(kind -> !(kind instanceof Maybe)).toList();
    requireFields(kinds, field, from.kinds().size());
    kinds.forEach(kind -> {
      if (answer(kind, field) instanceof Answer.NoSuch(ObjectOf object)) {
        asked(object, field);
      }
    });
  }

  /// It may be asked for, though it makes little sense where it can never be there.
  private ValueType asked(ObjectOf object, FieldName field) {
    if (object.others() instanceof Others.None) {
      complaints.add(field.noSuch(object, false));
    }
    return object.others().values();
  }

  private static Answer answer(ValueType kind, FieldName field) {
    return switch (kind) {
      case ObjectOf object -> answer(object, field);
      case Simple simple ->
          simple == Simple.ANY ? new Answer.Always(simple) : new Answer.NoFields(simple);
      case ListOf _, Maybe _, OneOf _ -> new Answer.NoFields(kind);
    };
  }

  private static Answer answer(ObjectOf object, FieldName field) {
    if (field.isThere()) {
      return new Answer.Always(
          object.property(field.name()).map(Property::type).orElse(object.others().values()));
    }
    return object
        .property(field.name())
        .map(property -> declared(property, object))
        .orElseGet(() -> undeclared(object));
  }

  private static Answer declared(Property property, ObjectOf object) {
    return property.required()
        ? new Answer.Always(property.type())
        : new Answer.MayBe(property.type(), object);
  }

  /// An object of which nothing is declared is taken for what it is read as.
  private static Answer undeclared(ObjectOf object) {
    return switch (object.others()) {
      case Others.None _, Others.Strays _ -> new Answer.NoSuch(object);
      case Others.Of(_, ValueType values) ->
          values == Simple.ANY && object.properties().isEmpty()
              ? new Answer.Always(values)
              : new Answer.MayBe(values, object);
    };
  }
}

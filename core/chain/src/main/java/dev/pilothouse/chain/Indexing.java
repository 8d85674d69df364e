package dev.pilothouse.chain;

import dev.cel.common.ast.CelExpr;
import dev.pilothouse.chain.ValueType.ListOf;
import dev.pilothouse.chain.ValueType.Maybe;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.OneOf;
import dev.pilothouse.chain.ValueType.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Picks an item of a list by its place, or a field of an object by a name that may be worked out.
final class Indexing {
  private final Complaints complaints;
  private final FieldReading fields;

  Indexing(Complaints complaints, FieldReading fields) {
    this.complaints = complaints;
    this.fields = fields;
  }

  /// What stands in the brackets.
  ///
  /// @param of what stands before them
  record Key(CelExpr expression, ValueType type, CelExpr of, TypeScope scope) {
    Optional<FieldName> name() {
      return AccessPath.text(expression).map(name -> FieldName.of(of, name, scope));
    }
  }

  /// `a[b]`
  ValueType read(ValueType from, Key key) {
    return key.name()
        .map(name -> fields.read(withoutLists(from, key), name))
        .orElseGet(() -> picked(from, key, true));
  }

  /// `a[?b]`
  ValueType readIfThere(ValueType from, Key key) {
    ValueType picked =
        key.name()
            .map(name -> fields.readIfThere(withoutLists(from, key), name))
            .orElseGet(() -> picked(from, key, false));
    return picked instanceof Maybe ? picked : new Maybe(picked);
  }

  /// A list has no names.
  private ValueType withoutLists(ValueType from, Key key) {
    List<ValueType> others =
        from.kinds().stream().filter(kind -> !(kind instanceof ListOf)).toList();
    if (others.size() < from.kinds().size()) {
      complaints.add(badPlace(key.type(), others.isEmpty()));
    }
    return others.isEmpty() ? Simple.ANY : TypeUnion.of(others);
  }

  private ValueType picked(ValueType from, Key key, boolean mustBeThere) {
    List<ValueType> found = new ArrayList<>();
    for (ValueType kind : from.kinds()) {
      switch (kind) {
        case ListOf(ValueType items) -> found.add(item(items, key));
        case ObjectOf object -> found.add(value(object, key, mustBeThere));
        case Maybe(ValueType value) -> found.add(new Maybe(picked(value, key, false)));
        case Simple simple -> simple(simple, key, from).ifPresent(found::add);
        case OneOf _ -> found.add(kind);
      }
    }
    return found.isEmpty() ? Simple.ANY : TypeUnion.of(found);
  }

  private ValueType item(ValueType items, Key key) {
    List<ValueType> odd = key.type().kinds().stream().filter(kind -> !isPlace(kind)).toList();
    if (!odd.isEmpty()) {
      complaints.add(badPlace(TypeUnion.of(odd), odd.size() == key.type().kinds().size()));
    }
    return items;
  }

  private static boolean isPlace(ValueType kind) {
    return kind == Simple.ANY || kind == Simple.WHOLE || kind == Simple.DECIMAL;
  }

  private static Complaint badPlace(ValueType odd, boolean certain) {
    return Complaint.of(
        certain,
        "expected a whole number to pick an item of a list by, but "
            + (certain ? "found " : "there may be ")
            + odd.words(),
        "Count from 0: [0] is the first item.");
  }

  private ValueType value(ObjectOf object, Key key, boolean mustBeThere) {
    boolean certain =
        key.type() != Simple.ANY && key.type().kinds().stream().noneMatch(object.keys()::mayBe);
    if (certain) {
      complaints.add(badName(object, key.type()));
    } else if (mustBeThere && key.type() != Simple.ANY) {
      complaints.add(mayBeMissing(key));
    }
    return object.values();
  }

  private static Complaint badName(ObjectOf object, ValueType key) {
    return Complaint.of(
        true,
        "expected " + object.keys().words() + " to name a field by, but it is " + key.words(),
        "Write the name in quotation marks, such as [\"id\"].");
  }

  private static Complaint mayBeMissing(Key key) {
    return Complaint.of(
        false,
        "expected a field that is always there, but there may be none of this name"
            + Written.of(key.of()).inBrackets(),
        "Give a default: write [? instead of [, and .orValue(…) behind it.");
  }

  private Optional<ValueType> simple(Simple simple, Key key, ValueType from) {
    if (simple == Simple.ANY) {
      return Optional.of(simple);
    }
    boolean certain = from.kinds().size() == 1;
    complaints.add(
        Complaint.of(
            certain,
            "expected a list or an object, but "
                + (certain ? "found " : "there may be ")
                + simple.words()
                + Written.of(key.of()).inBrackets(),
            "Only an item of a list or a field of an object can be picked with [ ]."));
    return Optional.empty();
  }
}

package dev.pilothouse.chain;

import dev.cel.common.ast.CelExpr;
import dev.pilothouse.chain.Signatures.Answer;
import dev.pilothouse.chain.Signatures.Call;
import dev.pilothouse.chain.ValueType.ListOf;
import dev.pilothouse.chain.ValueType.Maybe;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.Simple;
import java.util.List;
import java.util.Set;

/// Calls of functions and operators whose arguments are typed already.
final class Calling {
  private static final Set<Simple> ORDERED =
      Set.of(
          Simple.TEXT,
          Simple.WHOLE,
          Simple.DECIMAL,
          Simple.UNSIGNED,
          Simple.YES_NO,
          Simple.TIME,
          Simple.DURATION);
  private static final Set<Simple> KEYS =
      Set.of(Simple.TEXT, Simple.WHOLE, Simple.UNSIGNED, Simple.YES_NO, Simple.ANY);

  private final Signatures signatures;
  private final Complaints complaints;

  Calling(Signatures signatures, Complaints complaints) {
    this.signatures = signatures;
    this.complaints = complaints;
  }

  /// @param types of what it is called on, if anything, and of its arguments
  ValueType of(CelExpr.CelCall call, List<ValueType> types) {
    return switch (call.function()) {
      case "dyn" -> Simple.ANY;
      case "_==_", "_!=_" -> compared(call, types);
      case "@in" -> within(call, types);
      case "sort", "list.sort" -> sorted(call, types);
      case "list.sum", "list.average", "list.min", "list.max" -> reckoned(call, types);
      case "math.@max", "math.@min" -> {
        declared(call, types);
        yield number(types);
      }
      default -> declared(call, types);
    };
  }

  private ValueType declared(CelExpr.CelCall call, List<ValueType> types) {
    Answer answer = signatures.answer(new Call(call.function(), call.target().isPresent(), types));
    if (answer.fit() != Fit.ALWAYS) {
      complaints.add(misfit(call, types, answer));
    }
    return answer.fit() == Fit.NEVER ? Simple.ANY : answer.result();
  }

  /// Where it never works, all that may come is told; else the first that would fail.
  private Complaint misfit(CelExpr.CelCall call, List<ValueType> types, Answer answer) {
    boolean certain = answer.fit() == Fit.NEVER;
    Misfit misfit = new Misfit(call, types, certain ? types : answer.misfit());
    return Complaint.of(
        certain,
        "expected "
            + (types.size() == 1 ? "a value" : "values")
            + " that '"
            + misfit.function()
            + "' works on, but "
            + (certain ? "found " : "there may be ")
            + misfit.given(),
        misfit.hint(signatures.takenBy(call.function())));
  }

  /// CEL compares anything with anything; what can never be equal is a slip all the same.
  private ValueType compared(CelExpr.CelCall call, List<ValueType> types) {
    if (!mayBeEqual(types.getFirst(), types.getLast())) {
      Misfit misfit = new Misfit(call, types, types);
      complaints.add(
          Complaint.of(
              true,
              "expected two values of one kind, but found "
                  + misfit.given()
                  + ", which are never equal",
              misfit.hint(Misfit.BOTH_SIDES)));
    }
    return Simple.YES_NO;
  }

  private static boolean mayBeEqual(ValueType one, ValueType other) {
    return one.kinds().stream()
        .anyMatch(kind -> other.kinds().stream().anyMatch(same -> isComparable(kind, same)));
  }

  private static boolean isComparable(ValueType one, ValueType other) {
    if (isOpen(one) || isOpen(other)) {
      return true;
    }
    if (one instanceof Simple simple && other instanceof Simple same) {
      return areOfOneKind(simple, same);
    }
    return one.getClass() == other.getClass();
  }

  /// Whether it is null is a question one may always ask.
  private static boolean isOpen(ValueType kind) {
    return kind == Simple.ANY || kind == Simple.NOTHING;
  }

  private static boolean areOfOneKind(Simple one, Simple other) {
    return one == other || (one.isNumber() && other.isNumber());
  }

  private ValueType within(CelExpr.CelCall call, List<ValueType> types) {
    ValueType result = declared(call, types);
    ValueType held = held(types.getLast());
    if (!held.equals(TypeUnion.NEVER) && !mayBeEqual(types.getFirst(), held)) {
      complaints.add(
          Complaint.of(
              true,
              "expected a value of the kind that is held there, "
                  + held.words()
                  + ", but found "
                  + types.getFirst().words()
                  + Written.of(call.args().getFirst()).inBrackets(),
              new Misfit(call, types, List.of(types.getFirst(), held)).hint(Misfit.BOTH_SIDES)));
    }
    return result;
  }

  private static ValueType held(ValueType list) {
    return TypeUnion.of(
        list.kinds().stream()
            .map(kind ->
                switch (kind) {
                  case ListOf(ValueType items) -> items;
                  case ObjectOf object -> object.keys();
                  default -> Simple.ANY;
                })
            .toList());
  }

  private ValueType sorted(CelExpr.CelCall call, List<ValueType> types) {
    if (types.size() == 1) {
      requireOrder(held(types.getFirst()));
    }
    return declared(call, types);
  }

  /// Only what is of one kind, and can be told apart by size, can be put in order; what is nothing
  /// comes last.
  void requireOrder(ValueType items) {
    List<ValueType> kinds =
        items.kinds().stream()
            .filter(kind -> kind != Simple.NOTHING && kind != Simple.ANY)
            .toList();
    boolean ordered =
        kinds.stream().allMatch(kind -> kind instanceof Simple it && ORDERED.contains(it));
    if (!ordered || (kinds.size() > 1 && !areNumbers(kinds))) {
      complaints.add(
          Complaint.of(
              false,
              "expected numbers, texts or times to put in order, but there may be " + items.words(),
              "Sort by what is of one kind: list.sortBy(item, item.name)."));
    }
  }

  private ValueType reckoned(CelExpr.CelCall call, List<ValueType> types) {
    ValueType items = held(types.getFirst());
    if (types.size() == 1 && !areNumbers(items.something().kinds())) {
      complaints.add(
          Complaint.of(
              false,
              "expected numbers to reckon with, but there may be " + items.words(),
              "Name what is to be reckoned with: " + call.function() + "(list, 'amount')."));
    }
    return declared(call, types);
  }

  private static boolean areNumbers(List<ValueType> kinds) {
    return kinds.stream()
        .allMatch(kind -> kind == Simple.ANY || (kind instanceof Simple it && it.isNumber()));
  }

  /// It gives one of those it was given.
  private static ValueType number(List<ValueType> types) {
    return TypeUnion.of(
        types.stream()
            .map(type ->
                type.kinds().stream().anyMatch(ListOf.class::isInstance) ? held(type) : type)
            .toList());
  }

  ValueType requireYesNo(ValueType type, CelExpr written) {
    List<ValueType> odd =
        type.kinds().stream().filter(kind -> kind != Simple.YES_NO && kind != Simple.ANY).toList();
    if (!odd.isEmpty()) {
      boolean certain = odd.size() == type.kinds().size();
      complaints.add(
          Complaint.of(
              certain,
              "expected true or false, but "
                  + (certain ? "found " : "there may be ")
                  + TypeUnion.of(odd).words()
                  + Written.of(written).inBrackets(),
              odd.stream().anyMatch(Maybe.class::isInstance)
                  ? "Give a default where it may be missing: .orValue(false)."
                  : "Compare it with something, such as … == 'yes' or … > 0."));
    }
    return Simple.YES_NO;
  }

  ValueType requireKey(ValueType key) {
    List<ValueType> odd = key.kinds().stream().filter(kind -> !isKey(kind)).toList();
    if (!odd.isEmpty()) {
      complaints.add(
          Complaint.of(
              odd.size() == key.kinds().size(),
              "expected a text to name a field by, but it may be " + TypeUnion.of(odd).words(),
              "Make a text of it with string(...)."));
    }
    return key;
  }

  private static boolean isKey(ValueType kind) {
    return kind instanceof Simple simple && KEYS.contains(simple);
  }

  static Complaint valueOfNone(CelExpr maybe) {
    return Complaint.of(
        false,
        "expected a value that is always there, but it may be missing"
            + Written.of(maybe).inBrackets(),
        "Write .orValue(...) with a default instead of .value().");
  }
}

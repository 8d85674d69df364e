package dev.pilothouse.chain;

import dev.cel.common.ast.CelExpr;
import dev.pilothouse.chain.ValueType.ListOf;
import dev.pilothouse.chain.ValueType.Maybe;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.OneOf;
import dev.pilothouse.chain.ValueType.Simple;
import java.util.ArrayList;
import java.util.List;

/// Loops: `map`, `filter`, `exists` and the like are all one form to CEL, which gathers a result
/// turn by turn. The type of what is gathered grows until a turn adds nothing to it.
final class Turning {
  private static final int MOST_TURNS = 5;

  private final TypeOf types;
  private final Complaints complaints;

  Turning(TypeOf types, Complaints complaints) {
    this.types = types;
    this.complaints = complaints;
  }

  /// What a turn sees.
  private record Turn(ValueType first, ValueType second) {}

  ValueType of(CelExpr.CelComprehension loop, TypeScope scope) {
    Turn turn = turn(loop, types.of(loop.iterRange(), scope));
    TypeScope within = within(loop, scope, turn);
    ValueType gathered = gathered(loop, within, types.of(loop.accuInit(), scope));
    TypeScope last = within.with(loop.accuVar(), gathered);
    types.of(loop.loopCondition(), last);
    types.of(loop.loopStep(), last);
    return types.of(loop.result(), scope.with(loop.accuVar(), gathered));
  }

  /// `sortBy` gathers pairs of what is sorted by and what is sorted, and gives the latter.
  ValueType sorted(CelExpr pairs, TypeScope scope, Calling calling) {
    var _ = types.of(pairs, scope);
    CelExpr.CelComprehension loop = pairs.comprehension();
    CelExpr pair = loop.loopStep().call().args().getLast();
    Turn turn = complaints.muted(() -> turn(loop, types.of(loop.iterRange(), scope)));
    TypeScope within = within(loop, scope, turn);
    calling.requireOrder(
        complaints.muted(() -> types.of(pair.list().elements().getFirst(), within)));
    return new ListOf(turn.first());
  }

  private static TypeScope within(CelExpr.CelComprehension loop, TypeScope scope, Turn turn) {
    TypeScope first = scope.with(loop.iterVar(), turn.first());
    return loop.iterVar2().isEmpty() ? first : first.with(loop.iterVar2(), turn.second());
  }

  private ValueType gathered(CelExpr.CelComprehension loop, TypeScope within, ValueType first) {
    ValueType gathered = first;
    for (int i = 0; i < MOST_TURNS; i++) {
      TypeScope turn = within.with(loop.accuVar(), gathered);
      ValueType more = gathered.or(complaints.muted(() -> types.of(loop.loopStep(), turn)));
      if (more.equals(gathered)) {
        return gathered;
      }
      gathered = more;
    }
    return Simple.ANY;
  }

  private Turn turn(CelExpr.CelComprehension loop, ValueType range) {
    boolean two = !loop.iterVar2().isEmpty();
    List<ValueType> first = new ArrayList<>();
    List<ValueType> second = new ArrayList<>();
    List<ValueType> odd = new ArrayList<>();
    for (ValueType kind : range.kinds()) {
      switch (kind) {
        case ListOf(ValueType items) -> {
          first.add(two ? Simple.WHOLE : items);
          second.add(items);
        }
        case ObjectOf object -> {
          first.add(object.keys());
          second.add(object.values());
        }
        case Simple simple -> (simple == Simple.ANY ? first : odd).add(simple);
        case Maybe _, OneOf _ -> odd.add(kind);
      }
    }
    if (!odd.isEmpty()) {
      complaints.add(noList(loop, TypeUnion.of(odd), first.isEmpty()));
    }
    boolean unknown = first.isEmpty() || range == Simple.ANY;
    return unknown
        ? new Turn(Simple.ANY, Simple.ANY)
        : new Turn(TypeUnion.of(first), TypeUnion.of(second));
  }

  private static Complaint noList(CelExpr.CelComprehension loop, ValueType odd, boolean certain) {
    return Complaint.of(
        certain,
        "expected a list to go through, but "
            + (certain ? "found " : "there may be ")
            + odd.words()
            + Written.of(loop.iterRange()).inBrackets(),
        odd.kinds().stream().anyMatch(Maybe.class::isInstance)
            ? "Give a default: .orValue([])."
            : "map, filter, all, exists and exists_one work on lists, and on objects for their names.");
  }
}

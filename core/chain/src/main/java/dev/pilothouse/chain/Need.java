package dev.pilothouse.chain;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One thing that an event must have for a condition to hold, as the condition's text tells. Judged
/// in nanoseconds, where working out the expression takes microseconds; it must never judge
/// otherwise than the expression would.
sealed interface Need {
  /// What one look at the event says.
  enum Judgement {
    HOLDS,
    FAILS,
    /// Only the expression itself can tell.
    ASK
  }

  EventPath path();

  Judgement of(Object value);

  Need sharing(OneOfEach shared);

  /// An event that lacks the place fails: CEL stops with an error there, and what cannot be worked
  /// out is not met.
  default Judgement in(Map<String, Object> event) {
    Object value = path().valueIn(event);
    return value != null ? of(value) : Judgement.FAILS;
  }

  /// Equal to one of these.
  ///
  /// @param keys of the values, by [SameValue]
  /// @param rough whether any of these values may differ from others with its key
  record OneOf(EventPath path, Set<Object> keys, boolean rough) implements Need {
    public OneOf {
      keys = Set.copyOf(keys);
    }

    /// Whether an event whose value has the same key surely has the value.
    boolean isToldByItsKey() {
      return !rough && keys.stream().noneMatch(Number.class::isInstance);
    }

    @Override
    public OneOf sharing(OneOfEach shared) {
      Set<Object> same = keys.stream().map(shared::of).collect(Collectors.toUnmodifiableSet());
      return new OneOf(shared.of(path), same, rough);
    }

    @Override
    public Judgement of(Object value) {
      if (!keys.contains(SameValue.keyOf(value))) {
        return Judgement.FAILS;
      }
      return rough || SameValue.isRough(value) ? Judgement.ASK : Judgement.HOLDS;
    }
  }

  /// A number on one side of another.
  record Beyond(EventPath path, Side side, double bound) implements Need {
    enum Side {
      LESS,
      AT_MOST,
      MORE,
      AT_LEAST;

      /// As seen from the other number.
      Side mirrored() {
        return switch (this) {
          case LESS -> MORE;
          case AT_MOST -> AT_LEAST;
          case MORE -> LESS;
          case AT_LEAST -> AT_MOST;
        };
      }
    }

    @Override
    public Beyond sharing(OneOfEach shared) {
      return new Beyond(shared.of(path), side, bound);
    }

    @Override
    public Judgement of(Object value) {
      if (!(value instanceof Number number)) {
        return Judgement.FAILS;
      }
      double found = number.doubleValue();
      if (!SameValue.isExact(found) || !SameValue.isExact(bound)) {
        return Judgement.ASK;
      }
      return isBeyond(found) ? Judgement.HOLDS : Judgement.FAILS;
    }

    private boolean isBeyond(double found) {
      return switch (side) {
        case LESS -> found < bound;
        case AT_MOST -> found <= bound;
        case MORE -> found > bound;
        case AT_LEAST -> found >= bound;
      };
    }
  }
}

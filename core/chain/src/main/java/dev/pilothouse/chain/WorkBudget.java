package dev.pilothouse.chain;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.values.ErrorValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationListener;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Ends an evaluation that takes too many steps or whose values grow without measure, such as loops
/// within loops, or a list that is doubled thirty times. Counts what is done and what is made, and
/// never asks the clock, so that it ends at the same place every time and everywhere.
final class WorkBudget implements CelEvaluationListener {
  /// Parts of the expression that are worked out, and what functions do that takes as long: half a
  /// second, or one on a slow machine.
  static final int MOST_STEPS = 10_000_000;

  /// Of all values made by one evaluation: characters of text, and 16 for each value.
  static final int MOST_MADE = 20_000_000;

  private static final int PER_VALUE = 16;
  private static final Scales MADE = new Scales(PER_VALUE, 16, false);

  /// CEL walks through each list and object it reads, but for ours.
  private static final Scales READ = new Scales(3, 2, false);

  /// What it takes to make an exception and to pass over it.
  private static final int FAILURE = 200 * Weight.STEP;

  /// Of a pattern that an evaluation brings, for each of its places: reading it takes a hundred
  /// times as long as a short search.
  private static final int READING_PATTERN = 64;

  /// What this thread is in the middle of.
  private static final ScopedValue<WorkBudget> CURRENT = ScopedValue.newInstance();

  private final Costs costs;
  private final Set<String> patterns = new HashSet<>();
  private final Set<Costs.Part> firstDone = new HashSet<>();
  private long ticks = (long) MOST_STEPS * Weight.STEP;
  private long room = MOST_MADE;

  WorkBudget(Costs costs) {
    this.costs = costs;
  }

  interface Evaluation {
    Object under(WorkBudget budget) throws CelEvaluationException;
  }

  Object watch(Evaluation evaluation) throws CelEvaluationException {
    return ScopedValue.where(CURRENT, this).call(() -> evaluation.under(this));
  }

  /// For a function that learns what it takes only while it does it.
  static void spend(long ticks) {
    if (CURRENT.isBound()) {
      CURRENT.get().spent(ticks);
    }
  }

  /// Once for each pattern, whether another evaluation has left it behind or not: a budget must end
  /// at the same place everywhere.
  static void readPattern(String pattern) {
    if (CURRENT.isBound() && CURRENT.get().patterns.add(pattern)) {
      spend((long) READING_PATTERN * (Weight.STEP + Patterns.places(pattern)));
    }
  }

  private void spent(long work) {
    ticks -= work;
    refuseTooMuch();
  }

  /// Called when a part has been worked out, and so before the function that is given its value.
  @Override
  public void callback(CelExpr node, @Nullable Object value) {
    if (value == null) {
      return;
    }
    Costs.Part part = costs.of(node);
    ticks -= part.ticks() + read(value) + part.given().ticks(value) + failed(part, value);
    if (part.makes()) {
      room -= made(value);
    }
    refuseTooMuch();
  }

  private long read(Object value) {
    return CelValues.isPlain(value) ? READ.weigh(value, ticks) : 0;
  }

  private long made(Object value) {
    return CelValues.isAdapted(value)
        ? (long) PER_VALUE * (1 + Scales.held(value))
        : MADE.weigh(value, room);
  }

  /// A first part of `||` or `&&` that was not heard of has failed, and CEL passed over it.
  private long failed(Costs.Part part, Object value) {
    boolean passedOver = part.first().filter(first -> !firstDone.remove(first)).isPresent();
    if (part.isFirst()) {
      firstDone.add(part);
    }
    return passedOver || value instanceof ErrorValue ? FAILURE : 0;
  }

  private void refuseTooMuch() {
    if (ticks < 0) {
      throw new Exceeded("it takes too many steps. Work on fewer values, or in several steps.");
    }
    if (room < 0) {
      throw new Exceeded("its values grow too large. Work on fewer of them, or in several steps.");
    }
  }

  /// An error and no exception: `||` and `&&` pass over exceptions of one side where the other
  /// decides, and the evaluation would go on.
  static final class Exceeded extends Error {
    Exceeded(String reason) {
      super(reason, null, false, false);
    }
  }
}

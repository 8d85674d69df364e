package dev.pilothouse.chain;

import org.jspecify.annotations.Nullable;

/// A trigger's `when`, ready to be asked about many events. It is parsed when an event of its type
/// comes for the first time, and compiled when the event cannot be judged otherwise: a process that
/// starts has ten thousand of them and needs few.
final class Condition {
  static final Condition NONE = new Condition("", Needs.NONE);

  private final String text;
  private volatile @Nullable Needs needs;
  private volatile @Nullable Asked expression;

  private Condition(String text, @Nullable Needs needs) {
    this.text = text;
    this.needs = needs;
  }

  static Condition of(String text) {
    return new Condition(text, null);
  }

  /// Two threads may both read them, as below: they get equal ones, and neither waits for the
  /// other.
  Needs needs() {
    Needs known = needs;
    if (known == null) {
      known = NeedsReader.of(text);
      needs = known;
    }
    return known;
  }

  /// As [Trigger.OnEvent#accepts(Scope)] would judge.
  ///
  /// @param rest of its needs, where the event is known to have the others
  boolean isMet(Scope scope, Needs rest) {
    return switch (rest.judge(scope.event())) {
      case HOLDS -> true;
      case FAILS -> false;
      case ASK -> asked().isMet(scope);
    };
  }

  private Asked asked() {
    Asked known = expression;
    if (known == null) {
      known = Asked.compiled(text);
      expression = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return text;
  }

  private interface Asked {
    boolean isMet(Scope scope);

    static Asked compiled(String text) {
      try {
        Expression compiled = Expression.compile(text);
        return scope -> isMet(compiled, scope);
      } catch (ExpressionMistakes ofANewerVersion) {
        return _ -> false;
      }
    }

    private static boolean isMet(Expression condition, Scope scope) {
      try {
        return condition.test(scope);
      } catch (ExpressionFailed notMet) {
        return false;
      }
    }
  }
}

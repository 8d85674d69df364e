package dev.pilothouse.chain;

/// An expression had no value for this event and these outputs, and never will have: all it may
/// depend on is fixed.
public final class ExpressionFailed extends Exception {
  private final String expression;
  private final String reason;

  ExpressionFailed(String expression, String reason) {
    super(CelMistakes.quoted(expression) + " has no value here: " + reason);
    this.expression = expression;
    this.reason = reason;
  }

  public String expression() {
    return expression;
  }

  public String reason() {
    return reason;
  }
}

package dev.pilothouse.contracts;

/// The version of the workflow code's behaviour. It travels in every payload, so that a run under
/// way keeps the behaviour it began with: raise [#VERSION] and branch on the payload's number.
public final class Engine {
  public static final int VERSION = 1;

  private Engine() {}
}

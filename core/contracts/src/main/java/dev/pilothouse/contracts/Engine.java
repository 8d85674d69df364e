package dev.pilothouse.contracts;

/// The version of the workflow code's behaviour. It travels in every payload, so that a run under
/// way keeps the behaviour it began with: raise [#VERSION] and branch on the payload's number.
public final class Engine {
  /// 1 walked one run once; 2 walks many, waits and walks again. The code of 2 does what 1 did when
  /// the first walk ends its run, which is all that 1 could do. 3 names its timers.
  public static final int VERSION = 3;

  public static final int NAMES_ITS_TIMERS = 3;

  private Engine() {}
}

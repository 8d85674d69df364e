package dev.pilothouse.workers.platform;

/// Ports of the loopback address that nobody listens on.
public final class FreePorts {

  private FreePorts() {}

  /// One that was free a moment ago; others may take it before its user does.
  public static int any() {
    return 0;
  }
}

package dev.pilothouse.triggers;

import java.util.function.BooleanSupplier;

/// Whether this process may dispatch and walk now, asked before each start and each slice. Held
/// from the beginning: nothing goes out before the rows and Temporal have been compared.
public final class HeldFlag implements BooleanSupplier {
  private volatile boolean held = true;

  @Override
  public boolean getAsBoolean() {
    return held;
  }

  void set(boolean now) {
    held = now;
  }
}

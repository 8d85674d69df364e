package dev.pilothouse.model;

import java.util.Locale;

/// What a connector can promise of a call. Decides what may happen after a crash.
public enum EffectClass {
  /// Changes nothing: may be repeated at will.
  PURE,
  /// Changes our own database, in the transaction that records it: exactly once.
  TRANSACTIONAL,
  /// The other side honours an idempotency key: sent again with the same key, acted on once.
  KEYED,
  /// Can be read back: whether it happened is asked before it is sent again.
  RECONCILABLE,
  /// None of these: never sent again unless it certainly did not act.
  ONCE;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}

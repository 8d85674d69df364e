package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.TenantId;

/// What runs of one automation have in common, by its author's choice.
record MarkKey(TenantId tenant, AutomationId automation, String text) {
  private static final int QUOTED = 60;

  /// What two transactions that decide about the same key lock; of one kind each, since a text may
  /// be the key of more than one of them.
  String lock(String kind) {
    return kind + "/" + this;
  }

  /// As a sentence quotes it.
  String quoted() {
    return "'" + (text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text) + "'";
  }

  @Override
  public String toString() {
    return tenant + "/" + automation + "/" + text;
  }
}

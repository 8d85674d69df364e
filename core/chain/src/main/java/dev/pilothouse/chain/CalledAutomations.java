package dev.pilothouse.chain;

import java.util.Collection;
import java.util.List;

/// The automations that a `call` may name, for one tenant. What is known of them is said as a
/// warning at most: they may be published in any order.
public interface CalledAutomations {
  /// Where nobody asks.
  CalledAutomations NONE =
      new CalledAutomations() {
        @Override
        public Standing standing(String automation) {
          return Standing.PUBLISHED;
        }

        @Override
        public Collection<String> names() {
          return List.of();
        }
      };

  enum Standing {
    /// A call of it starts a run, or would do so if it were not paused.
    PUBLISHED,
    UNPUBLISHED,
    UNKNOWN
  }

  /// @param automation its name or id
  Standing standing(String automation);

  /// Of which a mistyped one may be meant.
  Collection<String> names();
}

package dev.pilothouse.chain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What has come so far of types of events that nobody has declared, for one tenant. What is known
/// by it is said as a warning at most: something else may come tomorrow.
public interface SeenEvents {
  /// Where nothing has come, or nobody asks.
  SeenEvents NONE =
      new SeenEvents() {
        @Override
        public Collection<String> types() {
          return List.of();
        }

        @Override
        public Optional<LearntShape> shape(String type) {
          return Optional.empty();
        }
      };

  /// All of which events have come.
  Collection<String> types();

  /// Empty for one of which nothing has come.
  Optional<LearntShape> shape(String type);
}

package dev.pilothouse.chain;

import dev.pilothouse.model.StepKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The lists that loops go over, worked out once for as long as they are needed. They depend on the
/// event and on recorded outputs alone, so whoever works them out again gets the same: [CelValues]
/// sees to it that these read alike before and after they were kept.
final class LoopItems {
  static final int MOST = 100_000;

  /// Loops within loops come and go; those around them stay in use.
  private static final int CAPACITY = 64;

  private final Map<StepKey, List<Object>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StepKey, List<Object>> eldest) {
          return size() > CAPACITY;
        }
      };

  List<Object> of(Step.ForEach loop, StepKey key, Scope scope) throws ExpressionFailed {
    List<Object> known = kept.get(key);
    if (known != null) {
      return known;
    }
    List<Object> items = new ArrayList<>(loop.items().list(scope));
    if (items.size() > MOST) {
      throw new ExpressionFailed(
          loop.items().text(),
          "expected a list of at most 100,000 items, but it has "
              + items.size()
              + ". Take a part of it.");
    }
    kept.put(key, items);
    return items;
  }
}

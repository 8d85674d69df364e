package dev.pilothouse.chain;

import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `steps` as expressions see it: the outputs of the steps this walk has passed. Converts an output
/// when it is read, since most never are.
final class StepOutputs extends AbstractMap<String, Object> {
  private final Map<String, StepOutcome.Completed> passed = new LinkedHashMap<>();
  private final OutputCache cache;

  StepOutputs(OutputCache cache) {
    this.cache = cache;
  }

  void pass(StepKey key, StepOutcome.Completed outcome) {
    passed.put(key.text(), outcome);
  }

  Object output(StepKey key, StepOutcome.Completed outcome) {
    return cache.output(key, outcome);
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    StepOutcome.Completed outcome = passed.get(key);
    return outcome == null ? null : cache.output(new StepKey(String.valueOf(key)), outcome);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return passed.containsKey(key);
  }

  @Override
  public int size() {
    return passed.size();
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Set<Entry<String, Object>> entries = new LinkedHashSet<>();
    passed.forEach(
        (key, outcome) -> entries.add(Map.entry(key, cache.output(new StepKey(key), outcome))));
    return entries;
  }
}

package dev.pilothouse.actions.schema;

import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.ActionPromises;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Finds at publish time what a call can promise, as far as what is written decides it.
public final class WrittenPromises {
  private final ConcurrentHashMap<Json, InputSchema> compiled = new ConcurrentHashMap<>();

  /// All classes that the call may still be of: an expression may make of its input either.
  ///
  /// @param with as written; values may be texts that hold `${…}`
  public Set<EffectClass> written(ActionPromises promises, JsonNode with) {
    return promises
        .pureFor()
        .map(pure -> left(promises, compiled.computeIfAbsent(pure, InputSchema::of), with))
        .orElseGet(() -> those(promises, _ -> true));
  }

  private static Set<EffectClass> left(ActionPromises promises, InputSchema pure, JsonNode with) {
    if (pure.faults(with, "with").isEmpty()) {
      return those(promises, EffectClass.PURE::equals);
    }
    boolean mayBePure = pure.faultsBeforeFillingIn(with, "with").isEmpty();
    return those(promises, of -> mayBePure || of != EffectClass.PURE);
  }

  private static Set<EffectClass> those(ActionPromises promises, Predicate<EffectClass> wanted) {
    return Arrays.stream(EffectClass.values())
        .filter(of -> promises.classes().contains(of.text()))
        .filter(wanted)
        .collect(Collectors.toUnmodifiableSet());
  }
}

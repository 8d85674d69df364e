package dev.pilothouse.chain;

import dev.pilothouse.chain.Need.OneOf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that listens to one type or family. A condition stands under the values of its equalities
/// together, so that an event meets hardly any that it does not fulfil: walking to each of them in
/// memory takes longer than judging it.
final class PatternIndex {
  /// A condition stands under at most so many combinations of values.
  private static final int MOST_PLACES = 16;

  private final Trigger.OnEvent pattern;
  private final List<ByValues> places = new ArrayList<>();
  private final List<Asking> askedAlways = new ArrayList<>();

  private PatternIndex(String pattern) {
    this.pattern = new Trigger.OnEvent(pattern, Optional.empty());
  }

  static PatternIndex of(String pattern, Map<Condition, List<Listening>> conditions) {
    PatternIndex index = new PatternIndex(pattern);
    OneOfEach shared = new OneOfEach();
    Map<List<EventPath>, ByValues> byPaths = new LinkedHashMap<>();
    conditions.forEach((condition, versions) -> {
      Needs needs = condition.needs().sharing(shared);
      List<OneOf> equalities = equalities(needs);
      Asking asking = new Asking(condition, needs.without(equalities), versions);
      if (equalities.isEmpty()) {
        index.askedAlways.add(asking);
      } else {
        byPaths
            .computeIfAbsent(equalities.stream().map(OneOf::path).toList(), ByValues::new)
            .add(equalities, asking);
      }
    });
    index.places.addAll(byPaths.values());
    return index;
  }

  /// As many of them as do not make too many combinations, those with the fewest values first;
  /// never none where there is one.
  private static List<OneOf> equalities(Needs needs) {
    List<OneOf> chosen = new ArrayList<>();
    long combinations = 1;
    for (OneOf equality :
        needs
            .equalities()
            .sorted(
                Comparator.comparingInt((OneOf it) -> it.keys().size())
                    .thenComparing(it -> it.path().toString()))
            .toList()) {
      combinations = Math.min(Integer.MAX_VALUE, combinations * equality.keys().size());
      if (chosen.isEmpty() || combinations <= MOST_PLACES) {
        chosen.add(equality);
      }
    }
    return chosen;
  }

  void collect(Scope scope, TriggerIndex.Hearers hearers) {
    if (pattern.acceptsType(scope.entry())) {
      for (ByValues place : places) {
        place.collect(scope, hearers);
      }
      for (Asking asking : askedAlways) {
        asking.collect(scope, hearers);
      }
    }
  }

  /// A condition with the versions that have it.
  private static final class Asking {
    private final Condition condition;

    /// What is not known of an event that was led here by its values.
    private final Needs rest;

    private final List<Listening> versions;

    Asking(Condition condition, Needs rest, List<Listening> versions) {
      this.condition = condition;
      this.rest = rest;
      this.versions = versions;
    }

    void collect(Scope scope, TriggerIndex.Hearers hearers) {
      if (condition.isMet(scope, rest)) {
        hearers.add(versions);
      }
    }
  }

  /// Conditions that ask for values of the same places.
  private record ByValues(List<EventPath> paths, Map<List<Object>, List<Asking>> conditions) {
    ByValues(List<EventPath> paths) {
      this(paths, new HashMap<>());
    }

    void add(List<OneOf> equalities, Asking asking) {
      combinations(equalities)
          .forEach(keys -> conditions.computeIfAbsent(keys, _ -> new ArrayList<>(1)).add(asking));
    }

    private static List<List<Object>> combinations(List<OneOf> equalities) {
      List<List<Object>> all = List.of(List.of());
      for (OneOf equality : equalities) {
        List<List<Object>> longer = new ArrayList<>();
        for (List<Object> before : all) {
          for (Object key : equality.keys()) {
            List<Object> keys = new ArrayList<>(before);
            keys.add(key);
            longer.add(List.copyOf(keys));
          }
        }
        all = longer;
      }
      return all;
    }

    void collect(Scope scope, TriggerIndex.Hearers hearers) {
      List<Object> keys = new ArrayList<>(paths.size());
      for (EventPath path : paths) {
        Object value = path.valueIn(scope.event());
        if (value == null) {
          return;
        }
        keys.add(SameValue.keyOf(value));
      }
      for (Asking asking : conditions.getOrDefault(keys, List.of())) {
        asking.collect(scope, hearers);
      }
    }
  }
}

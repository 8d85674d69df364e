package dev.pilothouse.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// What the outside remembers of the calls it got, by effect.
final class Visits {
  static final int NO_ANSWER = 0;
  private static final int LATER = 429;

  private final Map<String, List<Integer>> answers = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> acts = new ConcurrentHashMap<>();
  private final Set<String> keys = ConcurrentHashMap.newKeySet();

  /// @param answer the status that the caller will be told; [#NO_ANSWER] for none
  void arrived(Call call, int answer) {
    answers.computeIfAbsent(call.effect(), _ -> new CopyOnWriteArrayList<>()).add(answer);
  }

  /// Does what was asked for: once for each key, each time where there is none.
  void act(Call call) {
    if (call.key().map(keys::add).orElse(true)) {
      acts.computeIfAbsent(call.effect(), _ -> new AtomicInteger()).incrementAndGet();
    }
  }

  Set<String> effects() {
    return Set.copyOf(answers.keySet());
  }

  int arrivals(String effect) {
    return answers(effect).size();
  }

  /// Without those that were told to come later: whoever was may come again.
  int arrivalsForGood(String effect) {
    return (int) answers(effect).stream().filter(answer -> answer != LATER).count();
  }

  /// Whether each caller was told that nothing was done.
  boolean allRefused(String effect) {
    return answers(effect).stream().allMatch(answer -> answer >= 400);
  }

  int acts(String effect) {
    AtomicInteger count = acts.get(effect);
    return count == null ? 0 : count.get();
  }

  boolean acted(String effect) {
    return acts(effect) > 0;
  }

  int arrivals() {
    return answers.values().stream().mapToInt(List::size).sum();
  }

  private List<Integer> answers(String effect) {
    return answers.getOrDefault(effect, List.of());
  }
}

package dev.pilothouse.chain;

import dev.pilothouse.chain.Listening.ToEvent;
import dev.pilothouse.model.AutomationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which versions hear an event, out of many thousands. First by its type, then by the values that
/// their conditions ask for; only what is left is asked one by one. Never changes; a changed one
/// shares with it all that listens to other types. What listens to a type is looked through when
/// its first event comes, or by [#prepare()] before that.
public final class TriggerIndex {
  public static final TriggerIndex EMPTY = new TriggerIndex(Map.of());

  private static final String ALL_OF = "*";

  /// By its text: a type, a family such as `crm.*`, or `*`.
  private final Map<String, Pattern> patterns;

  /// By the beginning that all types of the family have in common; `*` has the empty one.
  private final Map<String, Pattern> families = new HashMap<>();

  private final int[] lengths;

  private TriggerIndex(Map<String, Pattern> patterns) {
    this.patterns = patterns;
    patterns.forEach((text, pattern) -> {
      if (text.endsWith(ALL_OF)) {
        families.put(text.substring(0, text.length() - ALL_OF.length()), pattern);
      }
    });
    this.lengths = families.keySet().stream().mapToInt(String::length).distinct().toArray();
  }

  /// Without those that are gone, and with those that are new.
  public TriggerIndex with(Collection<Listening> gone, Collection<Listening> now) {
    Map<String, Map<Condition, List<Listening>>> changed = new HashMap<>();
    for (Listening listening : gone) {
      for (ToEvent to : listening.to()) {
        changed
            .computeIfAbsent(to.pattern(), this::conditions)
            .computeIfPresent(to.condition(), (_, all) -> without(listening, all));
      }
    }
    for (Listening listening : now) {
      for (ToEvent to : listening.to()) {
        changed
            .computeIfAbsent(to.pattern(), this::conditions)
            .computeIfAbsent(to.condition(), _ -> new ArrayList<>(1))
            .add(listening);
      }
    }
    Map<String, Pattern> all = new HashMap<>(patterns);
    changed.forEach((text, conditions) -> {
      if (conditions.isEmpty()) {
        all.remove(text);
      } else {
        all.put(text, new Pattern(text, conditions));
      }
    });
    return new TriggerIndex(all);
  }

  /// A copy, to be changed.
  private Map<Condition, List<Listening>> conditions(String text) {
    Pattern pattern = patterns.get(text);
    Map<Condition, List<Listening>> copy = new LinkedHashMap<>();
    if (pattern != null) {
      pattern.conditions.forEach((condition, all) -> copy.put(condition, new ArrayList<>(all)));
    }
    return copy;
  }

  private static @Nullable List<Listening> without(Listening gone, List<Listening> all) {
    AutomationId automation = gone.version().automation();
    all.removeIf(it -> it.version().automation().equals(automation));
    return all.isEmpty() ? null : all;
  }

  /// So that no event has to wait for it. Events may come meanwhile.
  public void prepare() {
    patterns.values().parallelStream().forEach(Pattern::index);
  }

  /// In the order of their automations' ids, each once.
  public List<Listening> hearing(Scope scope) {
    Hearers hearers = new Hearers();
    String type = scope.entry().event().type();
    collect(patterns.get(type), scope, hearers);
    for (int length : lengths) {
      if (length <= type.length()) {
        collect(families.get(type.substring(0, length)), scope, hearers);
      }
    }
    return hearers.eachOnce();
  }

  private static void collect(@Nullable Pattern pattern, Scope scope, Hearers hearers) {
    if (pattern != null) {
      pattern.index().collect(scope, hearers);
    }
  }

  /// All that listens to one type or family, looked through when it is needed first.
  private static final class Pattern {
    private final String text;
    private final Map<Condition, List<Listening>> conditions;
    private volatile @Nullable PatternIndex index;

    Pattern(String text, Map<Condition, List<Listening>> conditions) {
      this.text = text;
      this.conditions = conditions;
    }

    /// Two threads may both build it: they get equal ones, and neither waits for the other.
    PatternIndex index() {
      PatternIndex known = index;
      if (known == null) {
        known = PatternIndex.of(text, conditions);
        index = known;
      }
      return known;
    }
  }

  /// Versions that hear the event, as the parts of the index find them.
  static final class Hearers {
    private static final Comparator<Listening> BY_AUTOMATION =
        Comparator.comparing(it -> it.version().automation().value());

    private final List<Listening> found = new ArrayList<>();

    void add(List<Listening> all) {
      found.addAll(all);
    }

    /// One that hears by two of its triggers was found twice.
    private List<Listening> eachOnce() {
      if (found.size() < 2) {
        return found;
      }
      found.sort(BY_AUTOMATION);
      List<Listening> each = new ArrayList<>(found.size());
      for (Listening listening : found) {
        if (each.isEmpty() || BY_AUTOMATION.compare(each.getLast(), listening) != 0) {
          each.add(listening);
        }
      }
      return each;
    }
  }
}

package dev.pilothouse.chain;

import dev.pilothouse.chain.Listening.ToEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which versions hear an event, out of many thousands. First by its type, then by the values that
/// their conditions ask for; only what is left is asked one by one. Never changes. What listens to
/// a type is looked through when its first event comes, or by [#prepare()] before that.
public final class TriggerIndex {
  private final List<Listening> all;
  private final Map<String, Pattern> types;

  /// By the beginning that all types of the family have in common; `*` has the empty one.
  private final Map<String, Pattern> families;

  private final int[] lengths;

  private TriggerIndex(List<Listening> all, Collection<Pattern> patterns) {
    this.all = all;
    this.types = new HashMap<>();
    this.families = new HashMap<>();
    for (Pattern pattern : patterns) {
      if (pattern.text.endsWith("*")) {
        families.put(pattern.text.substring(0, pattern.text.length() - 1), pattern);
      } else {
        types.put(pattern.text, pattern);
      }
    }
    this.lengths = families.keySet().stream().mapToInt(String::length).distinct().toArray();
  }

  public static TriggerIndex of(List<Listening> all) {
    List<Listening> versions = List.copyOf(all);
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    OneOfEach shared = new OneOfEach();
    for (int place = 0; place < versions.size(); place++) {
      for (ToEvent to : versions.get(place).to()) {
        patterns
            .computeIfAbsent(to.pattern(), text -> new Pattern(text, shared))
            .add(to.condition(), place);
      }
    }
    return new TriggerIndex(versions, patterns.values());
  }

  /// So that no event has to wait for it. Events may come meanwhile.
  public void prepare() {
    Stream.concat(types.values().stream(), families.values().stream())
        .parallel()
        .forEach(Pattern::index);
  }

  /// In the order they were given, each once.
  public List<Listening> hearing(Scope scope) {
    Hearers hearers = new Hearers();
    String type = scope.entry().event().type();
    collect(types.get(type), scope, hearers);
    for (int length : lengths) {
      if (length <= type.length()) {
        collect(families.get(type.substring(0, length)), scope, hearers);
      }
    }
    return hearers.of(all);
  }

  private static void collect(@Nullable Pattern pattern, Scope scope, Hearers hearers) {
    if (pattern != null) {
      pattern.index().collect(scope, hearers);
    }
  }

  /// All that listens to one type or family, looked through when it is needed first.
  private static final class Pattern {
    private final String text;
    private final OneOfEach shared;
    private final Map<Condition, List<Integer>> conditions = new LinkedHashMap<>();
    private volatile @Nullable PatternIndex index;

    Pattern(String text, OneOfEach shared) {
      this.text = text;
      this.shared = shared;
    }

    void add(Condition condition, int place) {
      conditions.computeIfAbsent(condition, _ -> new ArrayList<>(1)).add(place);
    }

    /// Two threads may both build it: they get equal ones, and neither waits for the other.
    PatternIndex index() {
      PatternIndex known = index;
      if (known == null) {
        known = PatternIndex.of(text, conditions, shared);
        index = known;
      }
      return known;
    }
  }

  /// Places of versions that hear the event, as the parts of the index find them.
  static final class Hearers {
    private int[] found = new int[8];
    private int count;

    void add(int[] places) {
      if (count + places.length > found.length) {
        found = Arrays.copyOf(found, Math.max(2 * found.length, count + places.length));
      }
      System.arraycopy(places, 0, found, count, places.length);
      count += places.length;
    }

    private List<Listening> of(List<Listening> all) {
      Arrays.sort(found, 0, count);
      List<Listening> each = new ArrayList<>(count);
      for (int at = 0; at < count; at++) {
        if (at == 0 || found[at] != found[at - 1]) {
          each.add(all.get(found[at]));
        }
      }
      return each;
    }
  }
}

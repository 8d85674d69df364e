package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The steps that tell how a run stands: all of them where they are few; else those outside of
/// loops, the turns under way, and what went wrong.
final class ShownSteps {
  static final int MOST = 300;
  private static final int NEWEST = 200;
  private static final int TURNS = 50;
  private static final int TROUBLES = 50;

  private final JdbcClient jdbc;
  private final RunId run;
  private final Map<StepKey, StepRecord> shown = new LinkedHashMap<>();

  private ShownSteps(JdbcClient jdbc, RunId run) {
    this.jdbc = jdbc;
    this.run = run;
  }

  /// @param steps in the order they were begun
  /// @param more there are others
  record Shown(List<StepRecord> steps, boolean more) {}

  static Shown of(JdbcClient jdbc, RunId run) {
    List<StepKey> keys = StepKeys.any(jdbc, run, MOST + 1);
    return keys.size() <= MOST
        ? new Shown(StepRows.of(jdbc, run, keys), false)
        : new Shown(new ShownSteps(jdbc, run).chosen(), true);
  }

  private List<StepRecord> chosen() {
    List<StepKey> outside = StepKeys.directly(jdbc, run, List.of(StepKeys.TOP), 10 * MOST);
    Set<StepKey> keys = new LinkedHashSet<>(StepKeys.newestOf(jdbc, run, outside, NEWEST));
    keys.addAll(StepKeys.inTrouble(jdbc, run, TROUBLES));
    List<StepRecord> next = show(keys);
    while (!next.isEmpty() && shown.size() < MOST) {
      next = show(withinLoopsOf(next));
    }
    return shown.values().stream()
        .sorted(Comparator.comparing(StepRecord::startedAt).thenComparing(StepRecord::key))
        .toList();
  }

  private List<StepRecord> show(Set<StepKey> keys) {
    keys.removeAll(shown.keySet());
    List<StepRecord> records = StepRows.of(jdbc, run, keys);
    records.forEach(step -> shown.put(step.key(), step));
    return records;
  }

  private Set<StepKey> withinLoopsOf(List<StepRecord> steps) {
    List<String> turns = new ArrayList<>();
    steps.stream().flatMap(ShownSteps::turnsUnderWay).forEach(turns::add);
    return turns.isEmpty()
        ? new LinkedHashSet<>()
        : new LinkedHashSet<>(
            StepKeys.directly(jdbc, run, turns, Math.max(0, MOST - shown.size())));
  }

  /// The turns next to those behind: the ones that all others wait for.
  private static Stream<String> turnsUnderWay(StepRecord step) {
    return step.settlement().isPresent()
        ? Stream.empty()
        : step.progress().stream()
            .flatMap(progress ->
                IntStream.range(
                        progress.done(), Math.min(progress.items(), progress.done() + TURNS))
                    .mapToObj(turn -> step.key() + "." + turn + "."));
  }
}

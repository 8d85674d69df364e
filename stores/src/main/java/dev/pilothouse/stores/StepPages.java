package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.spi.Runs.StepPage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The steps of a run page by page: those outside of loops in the order they were begun, those of a
/// loop turn by turn.
final class StepPages {
  /// Of the longest chains a page has fewer turns.
  private static final int MOST = 1_000;

  private final JdbcClient jdbc;
  private final RunId run;
  private final int limit;

  StepPages(JdbcClient jdbc, RunId run, int limit) {
    this.jdbc = jdbc;
    this.run = run;
    this.limit = limit;
  }

  /// @param after the last step of the page before
  StepPage outside(Optional<StepKey> after) {
    List<StepKey> all = StepKeys.directly(jdbc, run, List.of(StepKeys.TOP), 10 * MOST);
    List<StepKey> inOrder = StepKeys.newestOf(jdbc, run, all, all.size()).reversed();
    int from = after.map(inOrder::indexOf).orElse(-1) + 1;
    int to = Math.min(inOrder.size(), from + limit);
    return new StepPage(
        StepRows.of(jdbc, run, inOrder.subList(from, to)),
        to < inOrder.size() ? Optional.of(inOrder.get(to - 1).text()) : Optional.empty());
  }

  /// @param after the last turn of the page before; -1 for the first page
  StepPage turns(StepKey loop, int after) {
    int first = after + 1;
    int size = Math.max(1, steps(loop, first, 1).size());
    int count = Math.clamp(MOST / size, 1, limit);
    List<StepKey> keys = steps(loop, first, count);
    boolean more = !steps(loop, first + count, 1).isEmpty();
    return new StepPage(
        StepRows.of(jdbc, run, keys).stream()
            .sorted(
                Comparator.comparingInt((StepRecord step) -> turn(loop, step.key()))
                    .thenComparing(StepRecord::startedAt)
                    .thenComparing(StepRecord::key))
            .toList(),
        more ? Optional.of("" + (first + count - 1)) : Optional.empty());
  }

  private List<StepKey> steps(StepKey loop, int first, int count) {
    List<String> turns =
        IntStream.range(first, first + count).mapToObj(turn -> loop + "." + turn + ".").toList();
    return StepKeys.directly(jdbc, run, turns, 10 * MOST);
  }

  private static int turn(StepKey loop, StepKey step) {
    String rest = step.text().substring(loop.text().length() + 1);
    return Integer.parseInt(rest.substring(0, rest.indexOf('.')));
  }
}

package dev.pilothouse.chain;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Warns of waits that a run's deadline does not leave the time for. Counted is what has passed for
/// certain: of a choice its shortest way, of a loop nothing, since its list may be empty.
final class DeadlineDoubts {
  private final Problems problems;
  private final Duration deadline;

  DeadlineDoubts(Problems problems, Duration deadline) {
    this.problems = problems;
    this.deadline = deadline;
  }

  void warn(JsonNode steps) {
    var _ = afterAll(steps, "steps", Duration.ZERO);
  }

  private Duration afterAll(JsonNode steps, String path, Duration before) {
    Duration passed = before;
    for (int i = 0; i < steps.size(); i++) {
      passed = after(steps.get(i), path + "[" + i + "]", passed);
    }
    return passed;
  }

  private Duration after(JsonNode step, String path, Duration before) {
    within(step, "on_error", path, before);
    return LongestWait.of(step, path)
        .map(wait -> after(wait, before))
        .orElseGet(() -> inside(step, path, before));
  }

  private Duration after(LongestWait wait, Duration before) {
    if (wait.most().compareTo(deadline) >= 0) {
      warn(wait, "this one may take " + DurationText.readable(wait.most()));
    } else if (isInTime(before) && !isInTime(before.plus(wait.most()))) {
      warn(
          wait,
          "this one and those before it may take "
              + DurationText.readable(before.plus(wait.most())));
    }
    return before.plus(wait.least());
  }

  private boolean isInTime(Duration passed) {
    return passed.compareTo(deadline) < 0;
  }

  private Duration inside(JsonNode step, String path, Duration before) {
    if (step.has("if")) {
      return shortest(
          Stream.of(within(step, "then", path, before), within(step, "else", path, before)),
          before);
    }
    if (step.has("switch")) {
      Stream<Duration> cases = branches(step, "cases", path, before);
      return shortest(Stream.concat(cases, Stream.of(within(step, "else", path, before))), before);
    }
    if (step.has("for_each")) {
      within(step, "steps", path, before);
      return before;
    }
    return parallel(step, path, before);
  }

  private Duration parallel(JsonNode step, String path, Duration before) {
    Stream<Duration> branches = branches(step, "parallel", path, before);
    return step.path("until").asString("all").equals("all")
        ? branches.max(Comparator.naturalOrder()).orElse(before)
        : shortest(branches, before);
  }

  private static Duration shortest(Stream<Duration> ways, Duration before) {
    return ways.min(Comparator.naturalOrder()).orElse(before);
  }

  private Stream<Duration> branches(JsonNode step, String key, String path, Duration before) {
    String at = Fields.under(path, key);
    return step.path(key).properties().stream()
        .map(branch -> afterAll(branch.getValue(), Fields.under(at, branch.getKey()), before));
  }

  private Duration within(JsonNode step, String key, String path, Duration before) {
    return afterAll(step.path(key), Fields.under(path, key), before);
  }

  private void warn(LongestWait wait, String found) {
    problems.warn(
        wait.path(),
        "expected a wait that ends before the run's deadline of "
            + DurationText.readable(deadline)
            + ", but "
            + found
            + ".",
        wait.hint());
  }
}

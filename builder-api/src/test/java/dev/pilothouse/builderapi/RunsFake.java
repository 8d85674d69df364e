package dev.pilothouse.builderapi;

import static java.util.stream.Collectors.toMap;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Runs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Runs in memory, whoever asks. Of a filter it heeds the states, and remembers the rest.
final class RunsFake implements Runs {
  final Map<RunId, Run> runs = new ConcurrentHashMap<>();
  final Map<String, Json> values = new ConcurrentHashMap<>();
  final Map<StepKey, List<PastAttempt>> past = new ConcurrentHashMap<>();
  final List<Filter> asked = new ArrayList<>();
  private final AtomicLong changes = new AtomicLong();

  Run add(Run run) {
    changes.incrementAndGet();
    runs.put(run.summary().id(), run);
    return run;
  }

  @Override
  public Optional<Run> find(TenantId tenant, RunId id) {
    return Optional.ofNullable(runs.get(id));
  }

  /// Marks tell how many runs were put in so far; with each of them all steps of a run are new.
  @Override
  public Optional<Seen> look(TenantId tenant, RunId id, Optional<Long> since) {
    long mark = changes.get();
    return find(tenant, id)
        .map(run ->
            new Seen(
                run,
                since.isEmpty()
                    ? new News.Everything()
                    : new News.Steps(since.get() < mark ? run.steps() : List.of()),
                mark));
  }

  @Override
  public Found page(TenantId tenant, Filter filter, Optional<RunId> before, int limit) {
    asked.add(filter);
    List<RunSummary> fitting =
        runs.values().stream()
            .map(Run::summary)
            .filter(run -> filter.states().isEmpty() || filter.states().contains(run.state()))
            .filter(run -> before.map(it -> isOlder(run, it)).orElse(true))
            .sorted(Comparator.comparing(run -> run.id().toString(), Comparator.reverseOrder()))
            .toList();
    List<RunSummary> page = fitting.subList(0, Math.min(limit, fitting.size()));
    return new Found(
        page, fitting.size() > page.size() ? Optional.of(page.getLast().id()) : Optional.empty());
  }

  private static boolean isOlder(RunSummary run, RunId than) {
    return run.id().toString().compareTo(than.toString()) < 0;
  }

  @Override
  public Map<RunState, Count> counts(TenantId tenant, Filter filter) {
    asked.add(filter);
    return Arrays.stream(RunState.values())
        .collect(
            toMap(
                state -> state,
                state ->
                    new Count(
                        (int)
                            runs.values().stream()
                                .filter(run -> run.summary().state() == state)
                                .count(),
                        false)));
  }

  @Override
  public Optional<StepPage> steps(TenantId tenant, RunId run, Optional<StepKey> after, int limit) {
    return find(tenant, run)
        .map(it -> new StepPage(after.isEmpty() ? it.steps() : List.of(), Optional.empty()));
  }

  /// Every turn of every loop is the run's first step.
  @Override
  public Optional<StepPage> turns(TenantId tenant, RunId run, StepKey loop, int after, int limit) {
    return find(tenant, run)
        .map(it ->
            new StepPage(
                IntStream.rangeClosed(after + 1, after + limit)
                    .mapToObj(turn -> inTurn(it.steps().getFirst(), loop + "." + turn + "."))
                    .toList(),
                Optional.of("" + (after + limit))));
  }

  @Override
  public Optional<List<PastAttempt>> pastAttempts(TenantId tenant, RunId run, StepKey step) {
    return find(tenant, run).map(_ -> past.getOrDefault(step, List.of()));
  }

  private static StepRecord inTurn(StepRecord step, String prefix) {
    return new StepRecord(
        new StepKey(prefix + step.key()),
        step.label(),
        step.startedAt(),
        step.reservation(),
        step.settlement(),
        step.awaiting(),
        Optional.of(new LoopProgress(9, 7, 1, new Json("[]"))));
  }

  @Override
  public Optional<Json> value(TenantId tenant, String hash) {
    return Optional.ofNullable(values.get(hash));
  }
}

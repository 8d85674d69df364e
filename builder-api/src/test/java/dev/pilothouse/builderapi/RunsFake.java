package dev.pilothouse.builderapi;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Runs;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Runs in memory, whoever asks.
final class RunsFake implements Runs {
  final Map<RunId, Run> runs = new ConcurrentHashMap<>();
  final Map<String, Json> values = new ConcurrentHashMap<>();

  Run add(Run run) {
    runs.put(run.summary().id(), run);
    return run;
  }

  @Override
  public Optional<Run> find(TenantId tenant, RunId id) {
    return Optional.ofNullable(runs.get(id));
  }

  @Override
  public List<RunSummary> newest(TenantId tenant, int limit) {
    return runs.values().stream()
        .map(Run::summary)
        .sorted(Comparator.comparing(run -> run.id().toString(), Comparator.reverseOrder()))
        .limit(limit)
        .toList();
  }

  @Override
  public List<RunSummary> newestBefore(TenantId tenant, RunId cursor, int limit) {
    return newest(tenant, Integer.MAX_VALUE).stream()
        .filter(run -> run.id().toString().compareTo(cursor.toString()) < 0)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Json> value(TenantId tenant, String hash) {
    return Optional.ofNullable(values.get(hash));
  }
}

package dev.pilothouse.bench;

import java.util.Optional;

/// How many workflows have carried the runs, as the engine's own meters tell.
record Workflows(Api api, String url, Tenants tenants) {
  private static final String METER = "temporal_workflow_completed";

  long ended() {
    Optional<Api.Answer> answer = api.get(url + "/metrics", tenants.inTurn(0));
    return answer.map(it -> sum(it.body())).orElse(0L);
  }

  private static long sum(String metrics) {
    return (long)
        metrics
            .lines()
            .filter(line -> line.startsWith(METER))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum();
  }
}

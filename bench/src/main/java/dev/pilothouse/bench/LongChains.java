package dev.pilothouse.bench;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Automations of very many steps, and runs of them.
record LongChains(Guest guest) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String SHORT = "bench.short";
  private static final String LONG = "bench.long";
  private static final String LARGE = "bench.large";

  /// @return a finished run of so many steps, one after the other
  String runOf(int steps) {
    var _ =
        publish(
            LONG,
            IntStream.range(0, steps)
                .mapToObj(LongChains::compute)
                .collect(Collectors.joining(",")));
    return walked(LONG);
  }

  /// @return a finished run of one step, the newest
  String shortRun() {
    var _ = publish(SHORT, compute(0));
    return walked(SHORT);
  }

  /// @return the run of one event, once it has finished
  private String walked(String type) {
    JsonNode accepted =
        guest.post(
            "/v1/events",
            """
            {"specversion": "1.0", "id": "%s", "source": "bench", "type": "%s", "data": {"n": 1}}\
            """
                .formatted(UUID.randomUUID(), type));
    Await.that(
        "the run of " + type + " ends", PATIENCE, () -> !finished(type, accepted).isMissingNode());
    return finished(type, accepted).path("id").asString();
  }

  /// @return an automation of so many steps, every third of which forks; its cards tell of a run
  String drawn(int steps) {
    String id =
        publish(
            LARGE,
            IntStream.range(0, steps / 3)
                .mapToObj(LongChains::fork)
                .collect(Collectors.joining(",")));
    var _ = walked(LARGE);
    return id;
  }

  private static String fork(int number) {
    return """
    {"id": "f%d", "if": "event.data.n > %d", "then": [%s], "else": [%s]}\
    """
        .formatted(number, number, compute(2 * number), compute(2 * number + 1));
  }

  /// The example of a new house hears every event, too.
  private JsonNode finished(String type, JsonNode accepted) {
    return guest
        .get("/v1/runs?state=finished&event=" + accepted.path("id").asString())
        .path("items")
        .valueStream()
        .filter(run -> run.path("automation").asString().equals(type))
        .findFirst()
        .orElseGet(() -> accepted.path("none"));
  }

  private String publish(String type, String steps) {
    String id =
        guest
            .post(
                "/v1/automations",
                "{\"name\": \"%1$s\", \"on\": [{\"event\": \"%1$s\"}], \"steps\": [%2$s]}"
                    .formatted(type, steps))
            .path("id")
            .asString();
    var _ = guest.post("/v1/automations/" + id + "/publish", "{}");
    return id;
  }

  private static String compute(int number) {
    return """
    {"id": "s%1$d", "name": "Work out number %1$d", "do": "transform", "with": {"n": "${event.data.n}"}}\
    """
        .formatted(number);
  }
}

package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Chains that fork, loop, listen and call, on real parts, seen from outside alone.
class ChainsTest {
  @RegisterExtension static final RunningHouse house = new RunningHouse();

  private final Admin admin = new Admin(house);

  @Test
  void goesThroughEveryKindOfStep() {
    String called =
        admin.publish(
            "\"api\": {}",
            "",
            "{\"id\": \"end\", \"stop\": {\"output\": {\"twice\": \"${event.data.n * 2}\"}}}");
    String type =
        admin.publish(
            """
            {"id": "which", "switch": "event.data.kind", "cases": {"new": [{"id": "fresh", "set": {"who": "Ada"}}]}, "else": [{"stop": {}}]},
            {"id": "each", "for_each": "event.data.items", "as": "line", "parallel": 2, "collect": "line", "steps": [
              {"id": "copy", "do": "transform", "with": {"n": "${line_index}"}}]},
            {"id": "both", "parallel": {
              "hear": [{"id": "heard", "wait": {"event": "crm.deal.created", "where": {"subject": "deal/${event.subject}"}, "for": "5m"}}],
              "tell": [{"id": "pause", "wait": "4s"}, {"id": "deal", "do": "crm.update_deal", "with": {"id": "${event.subject}", "fields": {"stage": "won"}}}]}},
            {"id": "wrong", "do": "transform", "with": {"x": "${event.data.nope}"}, "on_error": [{"id": "mended", "set": {"why": "${error.code}"}}]},
            {"id": "other", "call": "%s", "with": {"n": "${size(event.data.items)}"}},
            {"id": "end", "stop": {"reason": "${vars.who}: ${steps.other.output.twice}, ${vars.why}"}}\
            """
                .formatted(called));

    String run =
        admin
            .send(
                type,
                "d" + System.nanoTime(),
                "{\"kind\": \"new\", \"items\": [\"a\", \"b\", \"c\"]}")
            .getFirst();

    JsonNode finished = admin.awaitState(run, "finished");
    assertThat(finished.path("reason").asString()).isEqualTo("Ada: 6, expression.failed");
    assertThat(steps(finished))
        .contains("which", "fresh", "each.0.copy", "each.2.copy", "each", "heard", "deal", "both")
        .contains("wrong", "mended", "other", "end");
    assertThat(admin.step(run, "heard").path("output").path("event").path("type").asString())
        .isEqualTo("crm.deal.created");
    assertThat(admin.step(run, "each").path("output").path("results").toString())
        .isEqualTo("[\"a\",\"b\",\"c\"]");
  }

  @Test
  void goesThroughALoopOfManyItems() {
    String type =
        admin.publish(
            """
            {"id": "each", "for_each": "event.data.items", "parallel": 10, "steps": [
              {"id": "copy", "do": "transform", "with": {"n": "${item}"}}]}\
            """);
    String items = "1, ".repeat(4_999) + "1";

    String run = admin.send(type, "many", "{\"items\": [" + items + "]}").getFirst();

    admin.awaitState(run, "finished");
    assertThat(admin.step(run, "each").path("output").path("count").asInt()).isEqualTo(5_000);
  }

  private static List<String> steps(JsonNode run) {
    return StreamSupport.stream(run.path("steps").spliterator(), false)
        .map(step -> step.path("id").asString())
        .toList();
  }
}

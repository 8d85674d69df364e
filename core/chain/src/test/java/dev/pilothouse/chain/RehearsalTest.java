package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.chain.Rehearsal.Bounds;
import dev.pilothouse.chain.Rehearsed.Bound;
import dev.pilothouse.chain.Rehearsed.Ending;
import dev.pilothouse.chain.Rehearsed.Fork;
import dev.pilothouse.chain.Rehearsed.Part;
import dev.pilothouse.chain.Rehearsed.Played;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Bounds WIDE = new Bounds(1_000, 1_000_000, () -> false);

  @Test
  void goesAsARunWould() {
    Rehearsed<String> played =
        play(
            """
            {"id": "a", "do": "transform", "with": {"n": 1}},
            {"id": "both", "parallel": {"l": [{"id": "l1", "do": "transform"}], "r": [{"id": "r1", "wait": "1h"}, {"id": "r2", "do": "transform"}]}},
            {"id": "each", "for_each": "[1, 2]", "collect": "steps.one.n", "steps": [{"id": "one", "do": "transform", "with": {"n": "${item}"}}]},
            {"id": "end", "stop": {"as": "failed", "reason": "${steps.each.results[1]}"}}\
            """);

    assertThat(keys(played))
        .containsExactly("a", "l1", "r1", "r2", "both", "each.0.one", "each.1.one", "each", "end");
    assertThat(played.ending()).isEqualTo(new Ending.Ended(RunState.FAILED, "2"));
    assertThat(part(played, "r1").lasts()).contains(Duration.ofHours(1));
    assertThat(part(played, "a").shown()).contains("transform {\"n\":1}");
  }

  @Test
  void takesNoTimeForAMomentThatHasPassed() {
    Rehearsed<String> played =
        play(
            """
            {"id": "past", "wait": {"until": "2020-01-01T00:00:00Z"}}, {"id": "soon", "wait": {"until": "2026-11-20T10:00:30Z"}}\
            """);

    assertThat(part(played, "past").lasts()).contains(Duration.ZERO);
    assertThat(part(played, "soon").lasts()).contains(Duration.ofSeconds(30));
    assertThat(part(played, "soon").assumed()).isTrue();
  }

  @Test
  void saysOfAConditionWhatItSaw() {
    Rehearsed<String> played =
        play(
            """
            {"id": "a", "do": "transform", "with": {"n": 1}},
            {"id": "vars", "set": {"total": 9}},
            {"id": "if", "if": "steps.a.n == 1 && vars.total > 10", "then": [{"id": "t", "do": "transform"}]},
            {"id": "yes", "if": "event.data.n == 7", "else": [{"id": "e", "do": "transform"}], "then": []},
            {"id": "each", "for_each": "[3]", "as": "row", "steps": [{"id": "in", "if": "row > 5", "then": []}]}\
            """);

    assertThat(forks(played, "if"))
        .containsExactly(
            new Fork(
                "then",
                false,
                "'vars.total > 10' is false: vars.total was 9 (set before).",
                List.of(new StepKey("t"))),
            new Fork(
                "else",
                true,
                "'vars.total > 10' is false: vars.total was 9 (set before).",
                List.of()));
    assertThat(forks(played, "yes").getFirst().why())
        .isEqualTo("'event.data.n == 7' is true: event.data.n was 7 (sent by /crm).");
    assertThat(forks(played, "each.0.in").getFirst().why()).startsWith("'row > 5' is false");
  }

  @Test
  void showsWhatAStepGaveToACondition() {
    Rehearsed<String> played =
        play(
            """
            {"id": "a", "do": "transform", "with": {"n": 1}}, {"id": "if", "if": "steps.a.n > 1", "then": []}\
            """);

    assertThat(forks(played, "if").getFirst().why())
        .isEqualTo("'steps.a.n > 1' is false: steps.a.n was 1 (given by the step 'a').");
  }

  @Test
  void breaksOffWhereItIsEnough() {
    String loop =
        "{\"id\": \"each\", \"for_each\": \"[1, 2, 3]\", \"steps\": [{\"id\": \"in\", \"do\": \"transform\", \"with\": {\"n\": 1}}]}";

    assertThat(play(loop, new Bounds(2, 100, () -> false)).parts()).hasSize(2);
    assertThat(play(loop, new Bounds(2, 100, () -> false)).ending())
        .isEqualTo(new Ending.BrokenOff(Bound.STEPS));
    assertThat(play(loop, new Bounds(9, 10, () -> false)).ending())
        .isEqualTo(new Ending.BrokenOff(Bound.LETTERS));
    assertThat(play(loop, new Bounds(9, 100, () -> true)).ending())
        .isEqualTo(new Ending.BrokenOff(Bound.TIME));
  }

  private static Rehearsed<String> play(String steps) {
    return play(steps, WIDE);
  }

  private static Rehearsed<String> play(String steps, Bounds bounds) {
    Definition chain =
        new DefinitionReader(ActionCatalogue.asPublished())
            .read(
                new Json(
                    "{\"name\": \"n\", \"on\": [{\"event\": \"a\"}], \"steps\": [" + steps + "]}"));
    return new Rehearsal<>(chain, Events.of("a", "{\"n\": 7}"), new Echo(), NOW, bounds).play();
  }

  /// Actions give what they get.
  private static final class Echo implements Rehearsal.Stage<String> {
    @Override
    public Played<String> perform(Demand.Perform demand) {
      String shown = demand.action() + " " + demand.input().text();
      return new Played<>(
          new StepOutcome.Completed(demand.input()), false, shown, Optional.empty());
    }

    @Override
    public Played<String> listen(Demand.Listen demand) {
      return new Played<>(
          new StepOutcome.Completed(Json.NULL), true, demand.type(), Optional.of(demand.limit()));
    }

    @Override
    public Played<String> call(Demand.Call demand) {
      return new Played<>(
          new StepOutcome.Completed(Json.NULL), true, demand.automation(), demand.limit());
    }
  }

  private static List<String> keys(Rehearsed<String> played) {
    return played.parts().stream().map(part -> part.key().text()).toList();
  }

  private static List<Fork> forks(Rehearsed<String> played, String key) {
    return part(played, key).forks();
  }

  private static Part<String> part(Rehearsed<String> played, String key) {
    return played.parts().stream()
        .filter(part -> part.key().text().equals(key))
        .findFirst()
        .orElseThrow();
  }
}

package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewalkTest {
  private static final Definition CHAIN =
      new DefinitionReader(ActionCatalogue.asPublished())
          .read(
              new Json(
                  """
                  {"name": "n", "on": [{"event": "a"}], "steps": [
                    {"id": "first", "do": "transform", "on_error": [
                      {"id": "sorry", "do": "transform"}, {"id": "really", "do": "transform"}]},
                    {"id": "choice", "if": "true",
                      "then": [{"id": "one", "do": "transform"}, {"id": "two", "do": "transform"}],
                      "else": [{"id": "three", "do": "transform"}]},
                    {"id": "both", "parallel": {
                        "left": [{"id": "l", "do": "transform"}],
                        "right": [{"id": "inner", "if": "true", "then": [{"id": "r", "do": "transform"}]}]},
                      "on_error": [{"id": "mend", "do": "transform"}]},
                    {"id": "each", "for_each": "[1]", "steps": [{"id": "mail", "do": "transform"}],
                      "on_error": [{"id": "tell", "do": "transform"}]},
                    {"id": "pick", "switch": "event.type", "cases": {
                        "a": [{"id": "in-a", "do": "transform"}], "b": [{"id": "in-b", "do": "transform"}]},
                      "else": [{"id": "in-else", "do": "transform"}]},
                    {"id": "last", "do": "transform"}]}\
                  """));

  private static final String[] UP_TO_EACH = {
    "first", "sorry", "really", "choice", "one", "two", "three", "both", "l", "inner", "r", "mend"
  };

  @Test
  void keepsNothingBeforeTheFirstStep() {
    assertThat(kept("first")).isEmpty();
  }

  @Test
  void keepsAllThatStandsBeforeAStepWithWhatIsWithin() {
    assertThat(kept("each")).containsExactlyInAnyOrder(UP_TO_EACH);
    assertThat(kept("last")).contains(UP_TO_EACH).contains("pick", "in-a", "in-else", "each");
  }

  @Test
  void keepsTheDecisionThatLedToAStep() {
    assertThat(kept("two")).containsExactlyInAnyOrder("first", "sorry", "really", "choice", "one");
    assertThat(kept("three")).containsExactlyInAnyOrder("first", "sorry", "really", "choice");
    assertThat(kept("in-b")).contains("pick").doesNotContain("in-a", "in-b", "in-else", "last");
  }

  @Test
  void keepsTheFailureThatLedToAStep() {
    assertThat(kept("really")).containsExactlyInAnyOrder("first", "sorry");
    assertThat(kept("mend")).contains("both", "l", "inner", "r").doesNotContain("mend", "each");
    assertThat(kept("tell")).contains("each", "both").doesNotContain("tell", "pick");
  }

  @Test
  void knowsNoBeforeAndAfterBesideOtherBranches() {
    assertThat(impossible("l"))
        .isEqualTo(
            "Expected a step with all others before or after it, but 'l' stands in a branch of"
                + " 'both', beside other branches. Begin with 'both'.");
    assertThat(impossible("r")).endsWith("Begin with 'both'.");
  }

  @Test
  void beginsWithinNoTurnOfALoop() {
    assertThat(impossible("mail"))
        .isEqualTo(
            "Expected a step that is done once, but 'mail' stands within the loop 'each' and is done"
                + " for each of its items. Begin with 'each'.");
    assertThat(impossible("each.0.mail")).endsWith("Begin with 'each'.");
  }

  @Test
  void namesTheStepThatWasMeant() {
    assertThat(impossible("frist"))
        .isEqualTo(
            "Expected the id of a step of this chain, but there is no 'frist'. Did you mean 'first'?");
    assertThat(impossible("something-else")).endsWith("The run shows its steps with their ids.");
  }

  private static List<String> kept(String step) {
    Rewalk rewalk = Rewalk.of(CHAIN, step);
    assertThat(rewalk).isInstanceOf(Rewalk.From.class);
    Rewalk.From from = (Rewalk.From) rewalk;
    assertThat(from.step()).isEqualTo(new StepKey(step));
    return from.kept().stream().map(StepKey::text).toList();
  }

  private static String impossible(String step) {
    Rewalk rewalk = Rewalk.of(CHAIN, step);
    assertThat(rewalk).isInstanceOf(Rewalk.Impossible.class);
    return ((Rewalk.Impossible) rewalk).sentence();
  }
}

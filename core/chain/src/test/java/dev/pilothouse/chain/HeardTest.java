package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pilothouse.chain.Heard.Met;
import dev.pilothouse.chain.Heard.NotMet;
import dev.pilothouse.chain.Heard.OtherType;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.VersionId;
import org.junit.jupiter.api.Test;

class HeardTest {
  @Test
  void isMetByOneTriggerOfSeveral() {
    AutomationVersion version =
        version(
            """
            [{"event": "a", "when": "event.data.n > 1"}, {"event": "*"}, {"manual": "By hand"}]\
            """);

    assertThat(Heard.by(version, Events.of("a", "{\"n\": 1}"))).isEqualTo(new Met());
  }

  @Test
  void explainsEachTriggerThatListensToTheType() {
    AutomationVersion version =
        version(
            """
            [{"event": "a", "when": "event.data.n > 1 && true"}, {"event": "b"}, {"event": "*", "when": "event.data.m"}]\
            """);

    assertThat(Heard.by(version, Events.of("a", "{\"n\": 1}")))
        .isInstanceOfSatisfying(
            NotMet.class,
            notMet ->
                assertThat(notMet.triggers())
                    .extracting(Heard.Unmet::event, Heard.Unmet::when, it -> it.why().part())
                    .containsExactly(
                        tuple("a", "event.data.n > 1 && true", "event.data.n > 1"),
                        tuple("*", "event.data.m", "event.data.m")));
  }

  @Test
  void namesWhatItListensToInstead() {
    assertThat(Heard.by(version("[{\"event\": \"crm.*\"}, {\"event\": \"b\"}]"), Events.of("a")))
        .isEqualTo(new OtherType("It listens to crm.*, b, and this is a."));
    assertThat(Heard.by(version("[{\"event\": \"*\"}]"), Events.caused("a")))
        .isEqualTo(new OtherType("It listens to *, and this is a, written by key/1."));
    assertThat(Heard.by(version("[{\"manual\": \"By hand\"}]"), Events.of("a")))
        .isEqualTo(new OtherType("No event starts it: people or programs do."));
  }

  private static AutomationVersion version(String on) {
    Json definition = new Json("{\"name\": \"n\", \"on\": " + on + "}");
    return new AutomationVersion(AutomationId.next(), VersionId.of(definition), "n", definition);
  }
}

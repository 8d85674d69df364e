package dev.pilothouse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.chain.Admission;
import dev.pilothouse.chain.ExpressionMistakes;
import dev.pilothouse.chain.Scope;
import dev.pilothouse.chain.Template;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Matching.Dedupe;
import dev.pilothouse.spi.Matching.Mode;
import dev.pilothouse.spi.Matching.Terms;
import dev.pilothouse.spi.Matching.Throttle;
import dev.pilothouse.spi.Matching.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeysWorkedOutTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void worksOutEachKeyForTheEvent() throws ExpressionMistakes {
    Admission asked =
        new Admission(
            Optional.of(
                new Admission.Concurrency(template("${event.subject}"), Admission.Mode.REPLACE)),
            Optional.of(
                new Admission.Throttle(10, HOUR, Optional.of(template("${event.data.region}")))),
            Optional.of(new Admission.Dedupe(template("order-${event.data.order}"), HOUR)));

    assertThat(of(asked, "{\"order\": 7, \"region\": \"north\"}"))
        .isEqualTo(
            new Terms(
                Optional.of(new Dedupe("order-7", HOUR)),
                Optional.of(new Throttle(10, HOUR, "north")),
                Optional.of(new Turn("deal/42", Mode.REPLACE))));
  }

  @Test
  void restrictsNothingWhereAKeyCannotBeWorkedOut() throws ExpressionMistakes {
    Template missing = template("${event.data.order}");
    Admission asked =
        new Admission(
            Optional.of(new Admission.Concurrency(missing, Admission.Mode.SKIP)),
            Optional.of(new Admission.Throttle(10, HOUR, Optional.of(missing))),
            Optional.of(new Admission.Dedupe(missing, HOUR)));

    assertThat(of(asked, "{}")).isEqualTo(Terms.FREE);
    assertThat(of(asked, "{\"order\": null}")).isEqualTo(Terms.FREE);
  }

  @Test
  void throttlesAllRunsWhereNoKeyIsAskedFor() {
    Admission asked =
        new Admission(
            Optional.empty(),
            Optional.of(new Admission.Throttle(10, HOUR, Optional.empty())),
            Optional.empty());

    assertThat(of(asked, "{}").throttle()).contains(new Throttle(10, HOUR, ""));
  }

  @Test
  void keepsLongKeysApartThoughItShortensThem() throws ExpressionMistakes {
    Admission asked =
        new Admission(
            Optional.of(new Admission.Concurrency(template("${event.data}"), Admission.Mode.QUEUE)),
            Optional.empty(),
            Optional.empty());
    String one = turn(of(asked, "\"" + "x".repeat(5_000) + "1\""));
    String other = turn(of(asked, "\"" + "x".repeat(5_000) + "2\""));

    assertThat(one).hasSizeLessThanOrEqualTo(200).startsWith("xxx").isNotEqualTo(other);
    assertThat(turn(of(asked, "\"a\\u0000b\""))).isEqualTo("a\uFFFDb");
  }

  private static String turn(Terms terms) {
    return terms.turn().orElseThrow().key();
  }

  private static Terms of(Admission asked, String data) {
    CloudEvent event =
        new CloudEvent(
            "/crm", "1", "a", "deal/42", Instant.EPOCH, new EventData.Parsed(new Json(data)));
    return KeysWorkedOut.of(asked, Scope.of(NewEntry.fromOutside(TenantId.next(), "test", event)));
  }

  private static Template template(String text) throws ExpressionMistakes {
    return Template.parse(text);
  }
}

package dev.pilothouse.builderapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.builderapi.EventStreamController.NewEntries;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.spi.Journal.Filter;
import dev.pilothouse.spi.Journal.Mark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EventStreamTest {
  private static final Filter WON =
      new Filter("crm.deal.won", "", "", Optional.empty(), Optional.empty());

  private final JournalFake journal = new JournalFake();
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private int looks = 0;

  @Test
  void saysEveryFifteenSecondsThatItIsStillHere() throws Exception {
    listen(60);

    assertThat(count(": still here")).isEqualTo(2);
  }

  @Test
  void letsAListenerOfRareThingsGoOnFromTheNewest() throws Exception {
    IntStream.range(0, 7).forEach(_ -> add("crm.deal.lost"));

    listen(30);

    assertThat(text()).contains(": still here\nid: 7.7\n");
  }

  @Test
  void tellsMoreThanOneReadingGivesAtOnce() throws Exception {
    IntStream.range(0, 250).forEach(_ -> add("crm.deal.won"));

    listen(1);

    assertThat(count("data: ")).isEqualTo(250);
    assertThat(text()).contains("id: 250.250\ndata: ");
  }

  @Test
  void endsAfterFiveMinutesSoThatTheListenerProvesAnewWhoItIs() throws Exception {
    listen(Integer.MAX_VALUE);

    assertThat(looks).isEqualTo((int) Duration.ofMinutes(5).dividedBy(EventStream.POLL) - 1);
  }

  private void listen(int times) throws IOException, InterruptedException {
    EntryOutcomes unasked = EntryOutcomes.of(new VerdictsFake(journal), AccountsFake.TENANT, "");
    NewEntries won = new NewEntries(journal, WON, unasked);
    new EventStream(won, JsonMapper.builder().build(), new Mark(0, 0), heard)
        .run(_ -> ++looks < times);
  }

  private void add(String type) {
    journal.add(new CloudEvent("/tests", "1", type, "", Instant.EPOCH, EventData.NONE));
  }

  private long count(String part) {
    return text().lines().filter(line -> line.startsWith(part)).count();
  }

  private String text() {
    return heard.toString(StandardCharsets.UTF_8);
  }
}

package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

class LiveAnswerTest {
  /// A body that breaks off would be an exception of its reader.
  @Test
  void comesToAnEndWhereTheDatabaseGoesAway() {
    try (ApiServer api = new ApiServer();
        Stream<String> lines = follow(api)) {
      Iterator<String> arriving = lines.iterator();
      api.journal.add(new CloudEvent("/t", "1", "t", "", Instant.EPOCH, EventData.NONE));
      while (!arriving.next().startsWith("data: ")) {}

      api.journal.breaksWith(new CannotCreateTransactionException("no connection"));

      arriving.forEachRemaining(line -> assertThat(line).doesNotContain("problem", "detail"));
    }
  }

  private static Stream<String> follow(ApiServer api) {
    return api.exchange(api.as(VIEWER, "/v1/events/stream"), BodyHandlers.ofLines()).body();
  }
}

package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.MEMBER;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.spi.Journal.RefusedFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RefusalsApiTest {
  private static final ApiServer API = new ApiServer();
  private static final String REFUSED = "/v1/events/refused";

  /// Tests share what was refused; each has a source of its own.
  private final String source = "/" + UUID.randomUUID();

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void tellsWhatWasRefusedAndWhy() {
    refuse("7");

    Reply reply = API.get(VIEWER, REFUSED + "?source=" + source);

    assertThat(reply.at("/items/0/source")).isEqualTo(source);
    assertThat(reply.at("/items/0/sourceId")).isEqualTo("7");
    assertThat(reply.at("/items/0/type")).isEqualTo("run.finished");
    assertThat(reply.at("/items/0/status")).isEqualTo("400");
    assertThat(reply.at("/items/0/reason")).contains("written by Pilothouse alone");
    assertThat(reply.at("/items/0/actor")).startsWith("key/");
    assertThat(reply.at("/items/0/receivedAt")).isNotEmpty();
    assertThat(reply.at("/items/0/bytes")).isNotEqualTo("0");
  }

  @Test
  void pagesThroughThemFromTheNewest() {
    List.of("1", "2", "3").forEach(this::refuse);

    Reply first = API.get(VIEWER, REFUSED + "?limit=2&source=" + source);
    Reply second =
        API.get(VIEWER, REFUSED + "?limit=2&source=" + source + "&before=" + first.at("/next"));

    assertThat(sourceIds(first)).containsExactly("3", "2");
    assertThat(sourceIds(second)).containsExactly("1");
    assertThat(second.json().path("next").isNull()).isTrue();
  }

  @Test
  void handsOnAllFilters() {
    API.get(VIEWER, REFUSED + "?source=/crm&from=2026-11-20T09:00:00Z&until=2026-11-21T00:00:00Z");

    assertThat(API.journal.refusedFilters)
        .contains(
            new RefusedFilter(
                "/crm",
                Optional.of(Instant.parse("2026-11-20T09:00:00Z")),
                Optional.of(Instant.parse("2026-11-21T00:00:00Z"))));
  }

  @Test
  void refusesWhatCannotBeAsked() {
    assertRefused("?from=yesterday", "2026-11-20T09:58:00Z");
    assertRefused("?before=first", "'next' of an earlier page");
    assertRefused("?limit=0", "between 1 and 200");
  }

  private void refuse(String id) {
    Reply reply =
        API.post(
            MEMBER,
            "/v1/events",
            "application/cloudevents+json",
            "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"%s\",\"type\":\"run.finished\"}"
                .formatted(id, source));
    assertThat(reply.status()).isEqualTo(400);
  }

  private static void assertRefused(String query, String says) {
    Reply reply = API.get(VIEWER, REFUSED + query);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/detail")).contains(says);
  }

  private static List<String> sourceIds(Reply page) {
    return page.json()
        .path("items")
        .valueStream()
        .map(it -> it.path("sourceId").asString())
        .toList();
  }
}

package dev.pilothouse.builderapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Notification;
import dev.pilothouse.model.NotificationId;
import dev.pilothouse.model.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotificationsApiTest {
  private static final String MINE = "/v1/notifications";

  private final ApiServer api = new ApiServer();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void showsWhatAPersonWasToldFromTheNewest() {
    List.of("a", "b", "c").forEach(api.notifications::tell);

    Reply first = get(MINE + "?limit=2");
    Reply second = get(MINE + "?limit=2&before=" + first.at("/next"));

    assertThat(texts(first)).containsExactly("c", "b");
    assertThat(texts(second)).containsExactly("a");
    assertThat(first.at("/unread")).isEqualTo("3");
    assertThat(first.at("/items/0/about")).isEqualTo("deal/42");
    assertThat(first.at("/items/0/to")).isEqualTo("role:member");
    assertThat(first.json().at("/items/0/readAt").isNull()).isTrue();
  }

  @Test
  void notesWhatWasRead() {
    Notification read = api.notifications.tell("a");
    api.notifications.tell("b");

    Reply answer = post(MINE + "/" + read.id() + "/read");

    assertThat(answer.at("/readAt")).isEqualTo("2026-11-20T09:58:00Z");
    assertThat(texts(get(MINE + "?unread=true"))).containsExactly("b");
    assertThat(get(MINE + "/unread").at("/unread")).isEqualTo("1");
    assertThat(post(MINE + "/read").at("/unread")).isEqualTo("0");
  }

  @Test
  void knowsNoOthers() {
    assertThat(post(MINE + "/" + NotificationId.next() + "/read").status()).isEqualTo(404);
    assertThat(post(MINE + "/nonsense/read").status()).isEqualTo(404);
  }

  @Test
  void tellsAKeyThatItIsToldNothing() {
    Reply refused = api.get(Role.ADMIN, MINE);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/detail")).contains("for people who signed in");
  }

  @Test
  void tellsLiveAndGoesOnFromTheLastOneSeen() {
    api.notifications.tell("before");
    try (Stream<String> lines = follow("").body()) {
      var arriving = lines.iterator();
      assertThat(arriving.next()).startsWith(": your notifications");
      api.notifications.tell("now");
      assertThat(next(arriving)).contains("\"text\":\"now\"");
    }
    try (Stream<String> lines = follow("0.0").body()) {
      assertThat(next(lines.iterator())).contains("\"text\":\"before\"");
    }
  }

  @Test
  void endsTheOldestOfAPersonsStreamsForOneMore() {
    List<Stream<String>> streams = new ArrayList<>();
    List<Iterator<String>> open = new ArrayList<>();
    for (int i = 0; i <= StreamPlaces.PER_PERSON; i++) {
      streams.add(follow("").body());
      open.add(streams.getLast().iterator());
      assertThat(open.getLast().next()).startsWith(": your notifications");
    }

    open.removeFirst().forEachRemaining(_ -> {});
    api.notifications.tell("now");

    assertThat(open).allSatisfy(still -> assertThat(next(still)).contains("\"text\":\"now\""));
    streams.forEach(Stream::close);
  }

  private HttpResponse<Stream<String>> follow(String last) {
    var request = api.asPerson(MINE + "/stream").header("Accept", "text/event-stream");
    return api.exchange(
        last.isEmpty() ? request : request.header("Last-Event-ID", last), BodyHandlers.ofLines());
  }

  private static String next(Iterator<String> lines) {
    return Stream.generate(lines::next)
        .filter(line -> line.startsWith("data: "))
        .findFirst()
        .orElseThrow();
  }

  private Reply get(String path) {
    return api.send(api.asPerson(path).GET());
  }

  private Reply post(String path) {
    return api.send(api.asPerson(path).POST(BodyPublishers.noBody()));
  }

  private static List<String> texts(Reply page) {
    return page.json().path("items").valueStream().map(it -> it.path("text").asString()).toList();
  }
}

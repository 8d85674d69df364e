package dev.pilothouse.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A proof is worth what its witness remembers.
class OutsideTest {
  private final Outside outside = new Outside(Whims.none());
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    outside.close();
    http.close();
  }

  @Test
  void actsOnceForAKeyAndCountsTheRepeat() throws Exception {
    assertThat(post("/keyed/step/event", "one")).isEqualTo(200);
    assertThat(post("/keyed/step/event", "one")).isEqualTo(200);
    assertThat(outside.visits().acts("step/event")).isEqualTo(1);
    assertThat(outside.visits().arrivals("step/event")).isEqualTo(2);
  }

  @Test
  void actsTwiceWhereTheKeyChanges() throws Exception {
    post("/keyed/step/event", "one");
    post("/keyed/step/event", "two");
    assertThat(outside.visits().acts("step/event")).isEqualTo(2);
  }

  @Test
  void actsTwiceOnWhatIsSentTwice() throws Exception {
    post("/once/step/event", "");
    post("/once/step/event", "");
    assertThat(outside.visits().acts("step/event")).isEqualTo(2);
    assertThat(outside.visits().arrivalsForGood("step/event")).isEqualTo(2);
  }

  @Test
  void whoeverWasToldLaterMayComeAgain() throws Exception {
    outside.behave(() -> new Whim.Refuses(429));
    assertThat(post("/once/step/event", "")).isEqualTo(429);
    outside.behave(Whims.none());
    post("/once/step/event", "");
    assertThat(outside.visits().arrivalsForGood("step/event")).isEqualTo(1);
    assertThat(outside.visits().acts("step/event")).isEqualTo(1);
  }

  @Test
  void remembersWhatItDidBeforeItHungUp() {
    outside.behave(() -> new Whim.HangsUp(true));
    assertThatThrownBy(() -> post("/once/step/event", "")).isInstanceOf(IOException.class);
    assertThat(outside.visits().acted("step/event")).isTrue();
    assertThat(outside.visits().allRefused("step/event")).isFalse();
  }

  @Test
  void readingBackTellsWhetherItActed() throws Exception {
    assertThat(get("/reconcilable/step/event")).isEqualTo(404);
    post("/reconcilable/step/event", "");
    assertThat(get("/reconcilable/step/event")).isEqualTo(200);
    assertThat(outside.visits().arrivals("step/event")).isEqualTo(1);
  }

  @Test
  void holdsItsAnswerUntilTheGateOpens() {
    CountDownLatch gate = new CountDownLatch(1);
    outside.behave(Whims.heldBy(gate));
    var answer =
        http.sendAsync(
            request("/once/step/event", "").build(), HttpResponse.BodyHandlers.discarding());
    Await.that("it acted", Duration.ofMinutes(1), () -> outside.visits().acted("step/event"));
    assertThat(answer).isNotDone();
    gate.countDown();
    assertThat(answer).succeedsWithin(Duration.ofMinutes(1));
  }

  private int post(String path, String key) throws IOException, InterruptedException {
    return http.send(request(path, key).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private int get(String path) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(outside.url() + path)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private HttpRequest.Builder request(String path, String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(outside.url() + path))
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    return key.isEmpty() ? request : request.header(Outside.KEY_HEADER, key);
  }
}

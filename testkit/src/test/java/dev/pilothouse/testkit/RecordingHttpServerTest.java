package dev.pilothouse.testkit;

import static dev.pilothouse.testkit.Fault.Lie.PROMISES_MORE_THAN_IT_SENDS;
import static dev.pilothouse.testkit.Fault.Lie.SAYS_DONE_BUT_DID_NOT;
import static dev.pilothouse.testkit.Fault.Lie.SAYS_FAILED_BUT_DID;
import static dev.pilothouse.testkit.Fault.failsWith;
import static dev.pilothouse.testkit.Fault.hangsUp;
import static dev.pilothouse.testkit.Fault.lies;
import static dev.pilothouse.testkit.Fault.none;
import static dev.pilothouse.testkit.Fault.slow;
import static dev.pilothouse.testkit.Moment.BEFORE_ACTING;
import static dev.pilothouse.testkit.Moment.BEFORE_ANSWERING;
import static dev.pilothouse.testkit.Moment.BEFORE_READING;
import static dev.pilothouse.testkit.Moment.MID_ANSWER;
import static java.net.http.HttpRequest.BodyPublishers.ofInputStream;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.net.http.HttpResponse.BodyHandlers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordingHttpServerTest {

  @RegisterExtension final RecordingHttpServer server = new RecordingHttpServer();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void writesDownWhatArrivesInOrder() throws Exception {
    server.answering(request -> HttpAnswer.json("{\"echo\":\"" + request.body() + "\"}"));

    var answer = post("first ünïcode");
    post("second");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"echo\":\"first ünïcode\"}");
    assertThat(server.arrived().all())
        .extracting(ReceivedRequest::body)
        .containsExactly("first ünïcode", "second");
    assertThat(server.acted().all()).isEqualTo(server.arrived().all());
    var request = server.arrived().all().getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/hook");
    assertThat(request.header("x-number")).contains("7");
    assertThat(request.arrivedAt()).isBeforeOrEqualTo(server.arrived().all().getLast().arrivedAt());
  }

  @Test
  void readsContentThatComesInChunks() throws Exception {
    var text = "many words ".repeat(10_000);
    var content =
        ofInputStream(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

    client.send(request().POST(content).build(), BodyHandlers.ofString());

    assertThat(server.arrived().only().body()).isEqualTo(text);
  }

  @Test
  void answersHeadWithoutContent() throws Exception {
    var answer = client.send(request().HEAD().build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void takesTheNextFaultsOneByOneAndThenTheSteadyOne() throws Exception {
    server.always(failsWith(503));
    server.next(failsWith(429), none());

    var codes = IntStream.range(0, 4).mapToObj(_ -> status()).toList();

    assertThat(codes).containsExactly(429, 200, 503, 503);
    assertThat(server.arrived().count()).isEqualTo(4);
    assertThat(server.acted().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void cutsTheConnectionAtTheMomentAsked(Moment moment) {
    server.always(hangsUp(moment));

    assertThatThrownBy(() -> post("x")).isInstanceOf(IOException.class);

    // The client may try a cut connection again by itself: look at whether, not how often.
    assertThat(server.arrived().all().isEmpty()).isEqualTo(moment == BEFORE_READING);
    assertThat(server.acted().all().isEmpty()).isEqualTo(moment.compareTo(BEFORE_ACTING) <= 0);
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void isSlowAtTheMomentAsked(Moment moment) {
    server.next(slow(moment, Duration.ofHours(1)));

    var answer = client.sendAsync(request().build(), BodyHandlers.ofString());

    server.arrived().awaitCount(moment == BEFORE_READING ? 0 : 1, PATIENCE);
    server.acted().awaitCount(moment.compareTo(BEFORE_ACTING) <= 0 ? 0 : 1, PATIENCE);
    assertThat(answer)
        .failsWithin(Duration.ofMillis(200))
        .withThrowableOfType(TimeoutException.class);
    assertThat(server.arrived().count()).isEqualTo(moment == BEFORE_READING ? 0 : 1);
    assertThat(server.acted().count()).isEqualTo(moment.compareTo(BEFORE_ACTING) <= 0 ? 0 : 1);
  }

  @Test
  void sendsHeadersAndHalfOfTheContentBeforeItIsSlowInTheMiddle() throws Exception {
    server.next(slow(MID_ANSWER, Duration.ofHours(1)));

    var answer = client.send(request().build(), BodyHandlers.ofInputStream());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().read()).isEqualTo('{');
  }

  @Test
  void goesOnAfterTheDelay() throws Exception {
    server.next(slow(BEFORE_ANSWERING, Duration.ofMillis(50)));
    var begin = System.nanoTime();

    assertThat(post("x").statusCode()).isEqualTo(200);

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(50));
  }

  @Test
  void saysDoneThoughItDidNothing() throws Exception {
    server.next(lies(SAYS_DONE_BUT_DID_NOT));

    assertThat(post("x").statusCode()).isEqualTo(200);

    assertThat(server.arrived().count()).isEqualTo(1);
    assertThat(server.acted().count()).isZero();
  }

  @Test
  void saysFailedThoughItActed() throws Exception {
    server.next(lies(SAYS_FAILED_BUT_DID));

    assertThat(post("x").statusCode()).isEqualTo(500);

    assertThat(server.acted().count()).isEqualTo(1);
  }

  @Test
  void promisesMoreThanItSends() {
    server.next(lies(PROMISES_MORE_THAN_IT_SENDS));

    assertThatThrownBy(() -> post("x")).isInstanceOf(IOException.class);

    assertThat(server.acted().count()).isEqualTo(1);
  }

  @Test
  void waitsUntilEnoughHasArrived() {
    var later =
        IntStream.range(0, 3)
            .mapToObj(_ -> client.sendAsync(request().build(), BodyHandlers.ofString()))
            .toList();

    assertThat(server.acted().awaitCount(3, PATIENCE)).hasSize(3);

    assertThat(later).hasSize(3);
  }

  @Test
  void saysWhatItSawWhenTooLittleArrives() throws Exception {
    post("lonely");

    assertThatThrownBy(() -> server.acted().awaitCount(2, Duration.ofMillis(10)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected 2 requests acted upon within 10 ms, but found 1")
        .hasMessageContaining("/hook");
  }

  @Test
  void forgetsFaultsAndRequestsOnReset() throws Exception {
    server.always(failsWith(500));
    post("x");

    server.reset();

    assertThat(server.arrived().count()).isZero();
    assertThat(post("y").statusCode()).isEqualTo(200);
  }

  private int status() {
    try {
      return post("x").statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return client.send(
        request().header("X-Number", "7").POST(ofString(body)).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(server.url("/hook?a=b"));
  }
}

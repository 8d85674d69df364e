package dev.pilothouse.builderapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Role;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.testkit.Wait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunStreamApiTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  private final ApiServer api = new ApiServer(Duration.ofSeconds(2));
  private final RunId id = RunId.next();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void followsARunToItsEnd() {
    api.runs.add(SomeRun.of(id, RunState.RUNNING, "first"));
    try (Stream<String> lines = follow("").body()) {
      Iterator<String> arriving = lines.iterator();
      assertThat(nextEvent(arriving)).isEqualTo("event: snapshot");
      change(SomeRun.of(id, RunState.FINISHED, "second"));

      assertThat(nextEvent(arriving)).isEqualTo("event: step");
      assertThat(nextEvent(arriving)).isEqualTo("event: run");
      assertThat(nextEvent(arriving)).isEqualTo("event: ended");
      arriving.forEachRemaining(rest -> assertThat(rest).doesNotStartWith("event"));
    }
    Wait.until("nobody follows it any more", SOON, () -> api.followed.readers() == 0);
  }

  @Test
  void goesOnFromTheLastEventSeen() {
    api.runs.add(SomeRun.of(id, RunState.RUNNING));
    api.runs.add(SomeRun.of(id, RunState.FINISHED, "second"));

    assertThat(events(follow("1"))).containsExactly("step", "run", "ended");
    assertThat(events(follow("2"))).containsExactly("run", "ended");
  }

  @Test
  void tellsABrowserThatHasSeenTheEndNotToComeAgain() {
    api.runs.add(SomeRun.of(id, RunState.FINISHED));

    assertThat(follow("7.ended").statusCode()).isEqualTo(204);
  }

  @Test
  void isWhatTheRunItselfIsForWhoAsksForAStream() {
    api.runs.add(SomeRun.of(id, RunState.FINISHED));

    HttpResponse<Stream<String>> answer =
        api.exchange(
            api.as(Role.VIEWER, "/v1/runs/" + id).header("Accept", "text/event-stream"),
            BodyHandlers.ofLines());

    assertThat(events(answer)).containsExactly("snapshot", "ended");
  }

  @Test
  void knowsNoOtherRunsAndNoOtherMarks() {
    assertThat(follow("").statusCode()).isEqualTo(404);
    api.runs.add(SomeRun.of(id, RunState.RUNNING));

    HttpResponse<Stream<String>> refused = follow("yesterday");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(String.join("", refused.body().toList())).contains("found 'yesterday'");
  }

  @Test
  void letsOneFollowSoManyRunsAndNoMore() {
    api.runs.add(SomeRun.of(id, RunState.RUNNING));
    List<HttpResponse<Stream<String>>> open = new ArrayList<>();
    for (int i = 0; i < StreamPlaces.RUNS_PER_CALLER; i++) {
      HttpResponse<Stream<String>> stream = follow("");
      assertThat(stream.body().iterator().next()).startsWith(": run ");
      open.add(stream);
    }

    HttpResponse<Stream<String>> oneMore = follow("");

    assertThat(oneMore.statusCode()).isEqualTo(429);
    assertThat(String.join("", oneMore.body().toList())).contains("You follow 10 runs already.");
    open.forEach(stream -> stream.body().close());
  }

  /// What it does not take stands in the machine's buffers, until these are full.
  @Test
  void dropsAReaderThatTakesNothing() throws IOException {
    Run large = SomeRun.of(id, RunState.RUNNING, "x".repeat(1 << 20));
    api.runs.add(large);
    try (Socket idle = new Socket()) {
      idle.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
      idle.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.port()));
      idle.getOutputStream()
          .write(
              "GET /v1/runs/%s/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                  .formatted(id, AccountsFake.keyOf(Role.VIEWER))
                  .getBytes(StandardCharsets.UTF_8));
      Wait.until("it follows", SOON, () -> api.followed.readers() == 1);

      Wait.until(
          "it is dropped",
          SOON,
          () -> {
            change(large);
            return api.followed.readers() == 0;
          });
    }
  }

  private void change(Run run) {
    api.runs.add(run);
    api.followed.ring(run.summary().id());
  }

  private HttpResponse<Stream<String>> follow(String last) {
    var request = api.as(Role.VIEWER, "/v1/runs/" + id + "/stream");
    return api.exchange(
        last.isEmpty() ? request : request.header("Last-Event-ID", last), BodyHandlers.ofLines());
  }

  private static String nextEvent(Iterator<String> lines) {
    return Stream.generate(lines::next)
        .filter(line -> line.startsWith("event: "))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> events(HttpResponse<Stream<String>> answer) {
    return answer
        .body()
        .filter(line -> line.startsWith("event: "))
        .map(line -> line.substring("event: ".length()))
        .toList();
  }
}

package dev.pilothouse.builderapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.spi.FollowedRuns.Following;
import dev.pilothouse.spi.Runs.News;
import dev.pilothouse.spi.Runs.Seen;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RunStreamTest {
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final RunId run = RunId.next();
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final Deque<Seen> changes = new ArrayDeque<>();
  private final List<Long> marks = new ArrayList<>();
  private long nanos = 0;
  private int waits = 0;

  @Test
  void tellsAllFirstThenWhatIsNewThenTheEnd() throws Exception {
    changes.add(seen(RunState.RUNNING, 8, "second"));
    changes.add(seen(RunState.FINISHED, 9));

    follow(everything(RunState.RUNNING, 7, "first"), 10);

    assertThat(events()).containsExactly("snapshot", "step", "run", "ended");
    assertThat(ids()).containsExactly("7", "8", "9.ended");
    assertThat(marks).containsExactly(7L, 8L);
    assertThat(text()).contains("event: ended\nid: 9.ended\ndata: {\"state\":\"finished\"");
  }

  @Test
  void tellsWhoComesAgainWhatItMissed() throws Exception {
    follow(seen(RunState.FAILED, 9, "second"), 10);

    assertThat(events()).containsExactly("step", "run", "ended");
    assertThat(ids()).containsExactly("9.ended");
  }

  @Test
  void givesTheMarkWithTheLastOfWhatWasNewTogether() throws Exception {
    changes.add(seen(RunState.RUNNING, 8, "a", "b", "c"));

    follow(everything(RunState.RUNNING, 7), 3);

    assertThat(events()).containsExactly("snapshot", "step", "step", "step");
    assertThat(ids()).containsExactly("7", "8");
    assertThat(text()).contains("event: step\nid: 8\ndata: {\"id\":\"c\"");
  }

  @Test
  void doesNotRepeatWhatIsAsItWas() throws Exception {
    changes.add(seen(RunState.RUNNING, 8));

    follow(everything(RunState.RUNNING, 7), 5);

    assertThat(events()).containsExactly("snapshot");
  }

  @Test
  void beginsAnewWhereTooMuchIsNew() throws Exception {
    changes.add(everything(RunState.RUNNING, 8, "a", "b"));

    follow(everything(RunState.RUNNING, 7), 5);

    assertThat(events()).containsExactly("snapshot", "snapshot");
  }

  @Test
  void saysEveryFifteenSecondsThatItIsStillHere() throws Exception {
    follow(everything(RunState.RUNNING, 7), 62);

    assertThat(text().lines().filter(": still here"::equals)).hasSize(2);
  }

  @Test
  void endsAfterFiveMinutesSoThatTheListenerProvesAnewWhoItIs() throws Exception {
    follow(everything(RunState.RUNNING, 7), Integer.MAX_VALUE);

    assertThat(waits).isEqualTo((int) Duration.ofMinutes(5).dividedBy(BETWEEN));
  }

  private void follow(Seen first, int most) throws Exception {
    new RunStream(JsonMapper.builder().build(), heard, () -> nanos)
        .run(
            first,
            since -> {
              marks.add(since.orElseThrow());
              return changes.removeFirst();
            },
            new Rings(),
            () -> waits < most);
  }

  /// As long as there is something new; time passes with it.
  private final class Rings implements Following {
    @Override
    public boolean awaitChange(Duration most) {
      waits++;
      nanos += most.toNanos();
      return !changes.isEmpty();
    }

    @Override
    public void close() {}
  }

  private Seen everything(RunState state, long mark, String... steps) {
    return new Seen(SomeRun.of(run, state, steps), new News.Everything(), mark);
  }

  private Seen seen(RunState state, long mark, String... news) {
    List<StepRecord> steps = Stream.of(news).map(SomeRun::done).toList();
    return new Seen(SomeRun.of(run, state), new News.Steps(steps), mark);
  }

  private List<String> events() {
    return fields("event: ");
  }

  private List<String> ids() {
    return fields("id: ");
  }

  private List<String> fields(String name) {
    return text()
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()))
        .toList();
  }

  private String text() {
    return heard.toString(StandardCharsets.UTF_8);
  }
}

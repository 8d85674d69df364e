package dev.pilothouse.builderapi;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.spi.FollowedRuns.Following;
import dev.pilothouse.spi.Runs.News;
import dev.pilothouse.spi.Runs.Seen;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import tools.jackson.databind.json.JsonMapper;

/// Tells one listener how one run goes on, as server-sent events: all of it first, then whatever is
/// new of it, and its end. Nothing is queued for a listener that is slow: it gets less often what
/// is then new.
final class RunStream {
  /// How the mark of the last event ends.
  static final String ENDED = ".ended";

  private static final Duration LOOK_UP = Duration.ofMillis(500);

  /// @param data as JSON
  private record Event(String name, String data) {}

  private final JsonMapper json;
  private final OutputStream listener;
  private final LongSupplier nanos;
  private String toldHead = "";

  /// @param nanos a clock that only goes forward
  RunStream(JsonMapper json, OutputStream listener, LongSupplier nanos) {
    this.json = json;
    this.listener = listener;
    this.nanos = nanos;
  }

  /// Returns when the stream is over.
  ///
  /// @param look at the run, for what is new since a mark
  /// @param open false once this process ends
  /// @throws IOException when the listener has gone
  void run(
      Seen first, Function<Optional<Long>, Seen> look, Following following, BooleanSupplier open)
      throws IOException, InterruptedException {
    long begun = nanos.getAsLong();
    long spoke = begun;
    Seen seen = first;
    send(": run " + id(first) + "\nretry: 1000\n\n");
    tell(seen);
    while (!isOver(seen)
        && open.getAsBoolean()
        && since(begun).compareTo(EventStream.LONGEST) < 0) {
      if (following.awaitChange(LOOK_UP)) {
        seen = look.apply(Optional.of(seen.mark()));
        tell(seen);
        spoke = nanos.getAsLong();
      } else if (since(spoke).compareTo(EventStream.HEARTBEAT) >= 0) {
        send(": still here\n\n");
        spoke = nanos.getAsLong();
      }
    }
  }

  private Duration since(long then) {
    return Duration.ofNanos(nanos.getAsLong() - then);
  }

  private static boolean isOver(Seen seen) {
    return seen.run().summary().state().ended();
  }

  private static RunId id(Seen seen) {
    return seen.run().summary().id();
  }

  /// The mark stands with the last event alone: whoever has lost the line in between gets all of
  /// them again.
  private void tell(Seen seen) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Iterator<Event> events = events(seen).iterator(); events.hasNext(); ) {
      Event event = events.next();
      lines.append("event: ").append(event.name()).append('\n');
      if (!events.hasNext()) {
        lines.append("id: ").append(seen.mark()).append(isOver(seen) ? ENDED : "").append('\n');
      }
      lines.append("data: ").append(event.data().replace("\n", "\ndata: ")).append("\n\n");
    }
    send(lines.toString());
  }

  private List<Event> events(Seen seen) {
    List<Event> events = new ArrayList<>();
    String head = json.writeValueAsString(RunView.Head.of(seen.run()));
    switch (seen.news()) {
      case News.Everything _ -> events.add(snapshot(seen));
      case News.Steps(List<StepRecord> steps) -> {
        steps.forEach(step -> events.add(step(id(seen), step)));
        if (!head.equals(toldHead)) {
          events.add(new Event("run", head));
        }
      }
    }
    toldHead = head;
    if (isOver(seen)) {
      events.add(ended(seen));
    }
    return events;
  }

  private Event snapshot(Seen seen) {
    return new Event("snapshot", json.writeValueAsString(RunView.Detail.of(seen.run())));
  }

  private Event step(RunId run, StepRecord step) {
    return new Event("step", json.writeValueAsString(StepView.of(run, step)));
  }

  /// Nothing more comes: whoever listens may close the line.
  private Event ended(Seen seen) {
    return new Event("ended", json.writeValueAsString(RunView.Ended.of(seen.run().summary())));
  }

  private void send(String lines) throws IOException {
    if (!lines.isEmpty()) {
      listener.write(lines.getBytes(StandardCharsets.UTF_8));
      listener.flush();
    }
  }
}

package dev.pilothouse.builderapi;

import dev.pilothouse.spi.Journal.Mark;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Tells one listener of what is new, as server-sent events. Each carries the mark to go on from; a
/// heartbeat carries the newest mark too, so that a listener for what is rare does not begin far
/// back.
final class EventStream {
  static final Duration POLL = Duration.ofMillis(500);
  static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /// Then the listener comes again by itself and proves anew who it is: a withdrawn key does not
  /// listen for ever.
  static final Duration LONGEST = Duration.ofMinutes(5);

  private static final int AT_ONCE = 100;

  /// Waits until the next look; false once there shall be none.
  @FunctionalInterface
  interface Pause {
    boolean until(Duration next) throws InterruptedException;
  }

  /// What is told.
  interface Feed {
    /// For people who look at the stream itself.
    String name();

    /// The mark of now.
    Mark now();

    /// Oldest first, after the mark.
    List<Told> after(Mark mark, int limit);
  }

  record Told(Mark mark, Object shown) {}

  private final Feed feed;
  private final JsonMapper json;
  private final OutputStream listener;
  private Mark mark;

  EventStream(Feed feed, JsonMapper json, Mark mark, OutputStream listener) {
    this.feed = feed;
    this.json = json;
    this.mark = mark;
    this.listener = listener;
  }

  /// Returns when the stream is over.
  ///
  /// @throws IOException when the listener has gone
  void run(Pause pause) throws IOException, InterruptedException {
    send(": " + feed.name() + " from " + mark + " on\nretry: 1000\nid: " + mark + "\n\n");
    Duration silence = Duration.ZERO;
    Duration age = Duration.ZERO;
    do {
      boolean told = tellNew();
      silence = told ? Duration.ZERO : silence.plus(POLL);
      age = age.plus(POLL);
      if (silence.compareTo(HEARTBEAT) >= 0) {
        send(": still here\nid: " + mark + "\n\n");
        silence = Duration.ZERO;
      }
    } while (age.compareTo(LONGEST) < 0 && pause.until(POLL));
  }

  private boolean tellNew() throws IOException {
    boolean any = false;
    Mark reached = feed.now();
    List<Told> news = feed.after(mark, AT_ONCE);
    while (!news.isEmpty()) {
      tell(news);
      any = true;
      news = news.size() < AT_ONCE ? List.of() : feed.after(mark, AT_ONCE);
    }
    if (!any) {
      mark = reached; // taken before looking, so that nothing lies between
    }
    return any;
  }

  private void tell(List<Told> news) throws IOException {
    for (Told told : news) {
      String text = json.writeValueAsString(told.shown());
      write("id: " + told.mark() + "\ndata: " + text.replace("\n", "\ndata: ") + "\n\n");
      mark = told.mark();
    }
    listener.flush();
  }

  private void send(String lines) throws IOException {
    write(lines);
    listener.flush();
  }

  private void write(String lines) throws IOException {
    listener.write(lines.getBytes(StandardCharsets.UTF_8));
  }
}

package dev.pilothouse.builderapi;

import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Journal.Filter;
import dev.pilothouse.spi.Journal.Mark;
import dev.pilothouse.spi.Journal.Marked;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Tells one listener of the journal's new entries, as server-sent events. Each carries the mark to
/// go on from; a heartbeat carries the newest mark too, so that a listener for what is rare does
/// not begin far back.
final class EventStream {
  static final Duration POLL = Duration.ofMillis(500);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /// Then the listener comes again by itself and proves anew who it is: a withdrawn key does not
  /// listen for ever.
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final int AT_ONCE = 100;

  /// Waits until the next look at the journal; false once there shall be none.
  @FunctionalInterface
  interface Pause {
    boolean until(Duration next) throws InterruptedException;
  }

  record Question(TenantId tenant, Filter filter) {}

  private final Journal journal;
  private final JsonMapper json;
  private final Question question;
  private final OutputStream listener;
  private Mark mark;

  EventStream(
      Journal journal, JsonMapper json, Question question, Mark mark, OutputStream listener) {
    this.journal = journal;
    this.json = json;
    this.question = question;
    this.mark = mark;
    this.listener = listener;
  }

  /// Returns when the stream is over.
  ///
  /// @throws IOException when the listener has gone
  void run(Pause pause) throws IOException, InterruptedException {
    send(": the journal from " + mark + " on\nretry: 1000\nid: " + mark + "\n\n");
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
    boolean told = false;
    Mark reached = journal.now();
    List<Marked> entries = next();
    while (!entries.isEmpty()) {
      tell(entries);
      told = true;
      entries = entries.size() < AT_ONCE ? List.of() : next();
    }
    if (!told) {
      mark = reached; // taken before looking, so that nothing lies between
    }
    return told;
  }

  private List<Marked> next() {
    return journal.after(question.tenant(), question.filter(), mark, AT_ONCE);
  }

  private void tell(List<Marked> entries) throws IOException {
    for (Marked entry : entries) {
      String text = json.writeValueAsString(EntryView.Whole.of(entry.entry()));
      write("id: " + entry.mark() + "\ndata: " + text.replace("\n", "\ndata: ") + "\n\n");
      mark = entry.mark();
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

package dev.pilothouse.app.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/// For a person at a terminal: the line of the phase that is under way is drawn anew as it goes on,
/// and stays with its time when the next one begins. What is said after the close stands by itself.
final class DrawnProgress implements ShownProgress {

  private static final String ERASE_LINE = "\r\033[K";
  private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);

  private final PrintWriter out;
  private String subject = "";
  private String line = "";
  private long begun;
  private long drawn;
  private boolean closed;

  DrawnProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void say(String words) {
    finish();
    if (closed) {
      out.println("  " + words);
    } else {
      begin(words);
      draw();
    }
  }

  @Override
  public synchronized void transfer(String what, long done, long total) {
    if (!subject.equals(what)) {
      finish();
      begin(what);
    }
    line = what + ": " + new Amount(done, total);
    if (done == total || System.nanoTime() - drawn > BETWEEN_DRAWINGS.toNanos()) {
      draw();
    }
  }

  @Override
  public synchronized void close() {
    finish();
    closed = true;
  }

  private void begin(String words) {
    subject = words;
    line = words;
    begun = System.nanoTime();
  }

  private void draw() {
    out.print(ERASE_LINE + "  " + line);
    out.flush();
    drawn = System.nanoTime();
  }

  private void finish() {
    if (!line.isEmpty()) {
      double seconds = (System.nanoTime() - begun) / 1e9;
      out.print(ERASE_LINE);
      out.println(String.format(Locale.ROOT, "  %s, %.1f s", line, seconds));
      begin("");
    }
  }
}

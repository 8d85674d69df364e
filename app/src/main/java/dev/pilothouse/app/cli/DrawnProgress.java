package dev.pilothouse.app.cli;

import java.io.PrintWriter;
import java.time.Duration;

/// For a person at a terminal: a line a phase, and a transfer's line is drawn anew as it goes on.
/// What is said after the close stands by itself.
final class DrawnProgress implements ShownProgress {

  private static final String ERASE_LINE = "\r\033[K";

  /// A line that went over into the next row could not be erased.
  private static final String CUT_LONG_LINES = "\033[?7l";

  private static final String WRAP_LONG_LINES = "\033[?7h";
  private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);

  private final PrintWriter out;
  private final Stopwatch watch = new Stopwatch();
  private String transfer = "";
  private Duration drawn = Duration.ZERO;
  private boolean closed;

  DrawnProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void say(String words) {
    endTransfer();
    out.println(closed ? words : watch.before(words));
  }

  @Override
  public synchronized void transfer(String what, long done, long total) {
    boolean isNew = !transfer.equals(what);
    if (isNew) {
      endTransfer();
      transfer = what;
    }
    boolean isDue = watch.elapsed().minus(drawn).compareTo(BETWEEN_DRAWINGS) > 0;
    if (isNew || isDue || done == total) {
      draw(what + ": " + new Amount(done, total));
    }
  }

  @Override
  public synchronized void close() {
    endTransfer();
    closed = true;
  }

  private void draw(String words) {
    out.print(ERASE_LINE + CUT_LONG_LINES + watch.before(words) + WRAP_LONG_LINES);
    out.flush();
    drawn = watch.elapsed();
  }

  private void endTransfer() {
    if (!transfer.isEmpty()) {
      out.println();
      transfer = "";
    }
  }
}

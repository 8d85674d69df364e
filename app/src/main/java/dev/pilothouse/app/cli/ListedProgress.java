package dev.pilothouse.app.cli;

import java.io.PrintWriter;
import java.time.Duration;

/// For files and pipes: one plain line a phase, and now and then one for a long transfer.
final class ListedProgress implements ShownProgress {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final PrintWriter out;
  private String subject = "";
  private long told;

  ListedProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void say(String words) {
    out.println("  " + words);
  }

  @Override
  public synchronized void transfer(String what, long done, long total) {
    long now = System.nanoTime();
    boolean isNew = !subject.equals(what);
    if (isNew || now - told > BETWEEN_LINES.toNanos()) {
      subject = what;
      told = now;
      say(what + ": " + new Amount(done, total));
    }
  }

  @Override
  public void close() {}
}

package dev.pilothouse.app.cli;

import java.io.PrintWriter;
import java.time.Duration;

/// For files and pipes: one plain line a phase, and now and then one for a long transfer.
final class ListedProgress implements ShownProgress {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final PrintWriter out;
  private final Stopwatch watch = new Stopwatch();
  private String transfer = "";
  private Duration told = Duration.ZERO;

  ListedProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void say(String words) {
    out.println(watch.before(words));
  }

  @Override
  public synchronized void transfer(String what, long done, long total) {
    boolean isDue = watch.elapsed().minus(told).compareTo(BETWEEN_LINES) > 0;
    if (isDue || !transfer.equals(what)) {
      transfer = what;
      told = watch.elapsed();
      say(what + ": " + new Amount(done, total));
    }
  }

  @Override
  public void close() {}
}

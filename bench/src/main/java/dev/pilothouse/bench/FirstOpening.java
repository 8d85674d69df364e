package dev.pilothouse.bench;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.IntStream;

/// What somebody opens for the first time, with nothing of it in the cache.
enum FirstOpening {
  PALETTE(
      "the palette",
      "/",
      "main h1",
      "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true }))",
      "[role=dialog] input"),
  RUN(
      "a run, from the list",
      "/runs",
      FirstOpening.LINK,
      "document.querySelector('" + FirstOpening.LINK + "').click()",
      "[role=treeitem]");

  private static final String LINK = "main a[href^=\"/runs/\"]";

  /// Until the page is at rest and its lines stand.
  private static final double REST_MILLIS = 1_500;

  final String what;
  private final String path;
  private final String drawn;
  private final String open;
  private final String opened;

  FirstOpening(String what, String path, String drawn, String open, String opened) {
    this.what = what;
    this.path = path;
    this.drawn = drawn;
    this.open = open;
    this.opened = opened;
  }

  /// How many milliseconds each time took until it stood there.
  Percentiles times(Guest guest, int count) {
    List<Double> times = IntStream.range(0, count).mapToObj(_ -> time(guest)).toList();
    return new Percentiles(times);
  }

  private double time(Guest guest) {
    try (Page page = guest.newPage()) {
      Page there = guest.at(page, path);
      there.locator(drawn).first().waitFor();
      there.waitForTimeout(REST_MILLIS);
      return ((Number) there.evaluate(script())).doubleValue();
    }
  }

  private String script() {
    return """
    () => new Promise((done) => {
      const begun = performance.now();
      const look = () => document.querySelector('%s') ? done(performance.now() - begun) : requestAnimationFrame(look);
      %s;
      look();
    })
    """
        .formatted(opened, open);
  }
}

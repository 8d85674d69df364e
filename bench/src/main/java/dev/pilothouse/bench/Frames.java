package dev.pilothouse.bench;

import com.microsoft.playwright.Page;
import java.util.List;

/// How long each frame stood while something moved.
record Frames(Percentiles times) {
  private static final double SECOND = 1_000;

  /// Moves what has the longest way to go, to and fro, by the same number of pixels a frame.
  private static final String MOVE =
      """
      async ([span, pixels]) => {
        const wayOf = (it) => it.scrollHeight - it.clientHeight;
        const pane = [...document.querySelectorAll('main, main *')]
          .filter((it) => /auto|scroll/.test(getComputedStyle(it).overflowY))
          .toSorted((one, other) => wayOf(other) - wayOf(one))[0];
        const times = [];
        let by = pixels;
        let last;
        await new Promise((done) => {
          const begun = performance.now();
          const tick = (now) => {
            if (last !== undefined) times.push(now - last);
            last = now;
            if (pane.scrollTop >= wayOf(pane) - 1) by = -pixels;
            if (pane.scrollTop <= 0) by = pixels;
            pane.scrollTop += by;
            if (performance.now() - begun < span) requestAnimationFrame(tick);
            else done();
          };
          requestAnimationFrame(tick);
        });
        return times;
      }
      """;

  /// @param pixels a frame; none to see what this machine can do at best
  static Frames of(Page page, int seconds, int pixels) {
    List<?> times = (List<?>) page.evaluate(MOVE, List.of(seconds * SECOND, pixels));
    return new Frames(
        new Percentiles(times.stream().map(time -> ((Number) time).doubleValue()).toList()));
  }

  double aSecond() {
    double all = times.millis().stream().mapToDouble(Double::doubleValue).sum();
    return times.count() * SECOND / all;
  }

  double shareOf(Frames still) {
    return aSecond() / still.aSecond();
  }
}

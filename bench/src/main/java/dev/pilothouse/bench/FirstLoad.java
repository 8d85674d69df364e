package dev.pilothouse.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.Map;
import java.util.Objects;

/// Home as somebody sees it who was never here.
///
/// @param painted when the first of it was painted, in ms since the address was asked for
/// @param usable when its content stood there and the page's thread was free
/// @param roundTrip what one small question to the server took from the same page, in the middle
record FirstLoad(
    double scriptBytes, int requests, double painted, double usable, double roundTrip) {
  /// Counts from the frame that shows the content without shapes of what is still to come.
  private static final String WATCH =
      """
      new MutationObserver(() => {
        const isDrawn = document.querySelector('main h1') !== null
          && document.querySelector('[role=status][aria-label=Loading]') === null;
        if (isDrawn) requestAnimationFrame(() => setTimeout(() => (window.usableAt ??= performance.now())));
      }).observe(document, { childList: true, subtree: true });
      """;

  private static final String SEEN =
      """
      async () => {
        const files = performance.getEntriesByType('resource');
        const scripts = files.filter(({ name }) => new URL(name).pathname.endsWith('.js'));
        const trips = [];
        for (let trip = 0; trip < 21; trip++) {
          const begun = performance.now();
          await (await fetch('/healthz')).text();
          trips.push(performance.now() - begun);
        }
        return {
          scriptBytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
          painted: performance.getEntriesByName('first-contentful-paint')[0].startTime,
          usable: window.usableAt,
          roundTrip: trips.toSorted((one, other) => one - other)[10],
        };
      }
      """;

  /// A browser that opens a profile starts parts of itself for some seconds; a person's stands
  /// open.
  private static final double REST_MILLIS = 4_000;

  static FirstLoad by(Guest guest) {
    try (Page page = guest.newPage()) {
      page.waitForTimeout(REST_MILLIS);
      int[] requests = {0};
      page.onRequest(request -> requests[0] += isIcon(request) ? 0 : 1);
      page.addInitScript(WATCH);
      Page home = guest.opened(page, "/");
      home.waitForFunction("() => window.usableAt !== undefined");
      int asked = requests[0];
      Map<?, ?> seen = (Map<?, ?>) home.evaluate(SEEN);
      return new FirstLoad(
          number(seen, "scriptBytes"),
          asked,
          number(seen, "painted"),
          number(seen, "usable"),
          number(seen, "roundTrip"));
    }
  }

  /// What the browser alone takes: until a page of one short text is painted.
  static double ofNothing(Guest guest) {
    try (Page page = guest.newPage()) {
      page.waitForTimeout(REST_MILLIS);
      Page empty = guest.at(page, "/healthz");
      var painted = "performance.getEntriesByName('first-contentful-paint')[0]";
      empty.waitForFunction("() => " + painted + " !== undefined");
      return ((Number) empty.evaluate("() => " + painted + ".startTime")).doubleValue();
    }
  }

  /// The tab's; it is seen here or not, as the browser likes, and counted apart.
  private static boolean isIcon(Request request) {
    return request.url().endsWith("/favicon.svg");
  }

  private static double number(Map<?, ?> seen, String name) {
    return ((Number) Objects.requireNonNull(seen.get(name), name)).doubleValue();
  }
}

package dev.pilothouse.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.time.Duration;

/// Home as a driver sees it that is told of each request.
///
/// @param usable when its content stood there and the page's thread was free, in ms since the
///   address was asked for
record FirstLoad(double scriptBytes, int requests, double usable) {
  /// Counts from the frame that shows the content without shapes of what is still to come.
  static final String WATCH =
      """
      new MutationObserver(() => {
        const isDrawn = document.querySelector('main h1') !== null
          && document.querySelector('[role=status][aria-label=Loading]') === null;
        if (isDrawn) requestAnimationFrame(() => setTimeout(() => (window.usableAt ??= performance.now())));
      }).observe(document, { childList: true, subtree: true });
      """;

  /// A small question to the server, the middle of 21.
  static final String ROUND_TRIP =
      """
      (async () => {
        const trips = [];
        for (let trip = 0; trip < 21; trip++) {
          const begun = performance.now();
          await (await fetch('/healthz')).text();
          trips.push(performance.now() - begun);
        }
        return trips.toSorted((one, other) => one - other)[10];
      })()
      """;

  private static final String SCRIPT_BYTES =
      """
      () => performance.getEntriesByType('resource')
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
      """;

  /// A browser that opens a profile starts parts of itself for some seconds; a person's stands
  /// open.
  static final Duration REST = Duration.ofSeconds(4);

  static FirstLoad by(Guest guest) {
    try (Page page = guest.newPage()) {
      page.waitForTimeout((double) REST.toMillis());
      int[] requests = {0};
      page.onRequest(request -> requests[0] += isIcon(request) ? 0 : 1);
      page.addInitScript(WATCH);
      Page home = guest.opened(page, "/");
      home.waitForFunction("() => window.usableAt !== undefined");
      int asked = requests[0];
      return new FirstLoad(number(home, SCRIPT_BYTES), asked, number(home, "() => usableAt"));
    }
  }

  /// The tab's; it is seen here or not, as the browser likes, and counted apart.
  private static boolean isIcon(Request request) {
    return request.url().endsWith("/favicon.svg");
  }

  private static double number(Page page, String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }
}

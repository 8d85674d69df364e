package dev.pilothouse.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Home as somebody sees it who was never here, in a browser that nobody leads.
///
/// @param painted when the first of it was painted, in ms since the address was asked for
/// @param usable when its content stood there and the page's thread was free
/// @param roundTrip what one small question to the server took from the same page, in the middle
record PlainLoad(double painted, double usable, double roundTrip) {
  private static final Duration WITHIN = Duration.ofSeconds(30);

  /// Nobody asks the page anything before it should be there.
  private static final Duration UNDISTURBED = Duration.ofSeconds(2);

  private static final String PAINTED =
      "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1";

  static PlainLoad by(PlainBrowser browser, Guest guest) {
    try (PlainBrowser.Tab tab = browser.newTab()) {
      guest.givePassTo(tab);
      tab.runFirst(FirstLoad.WATCH);
      double usable = opened(tab, guest.url("/"), "window.usableAt ?? -1");
      return new PlainLoad(tab.number(PAINTED), usable, tab.number(FirstLoad.ROUND_TRIP));
    }
  }

  /// What the browser alone takes: until a page of one short text is painted.
  static double ofNothing(PlainBrowser browser, Guest guest) {
    try (PlainBrowser.Tab tab = browser.newTab()) {
      return opened(tab, guest.url("/healthz"), PAINTED);
    }
  }

  private static double opened(PlainBrowser.Tab tab, String url, String moment) {
    LockSupport.parkNanos(FirstLoad.REST.toNanos());
    tab.open(url);
    LockSupport.parkNanos(UNDISTURBED.toNanos());
    return Await.first(
        "the page is there",
        WITHIN,
        () -> Optional.of(tab.number(moment)).filter(millis -> millis >= 0));
  }
}

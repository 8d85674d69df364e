package dev.pilothouse.app;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Somebody who looks at the page with open developer tools: notes what is red there, what is asked
/// of anybody else, and whether something is still being fetched.
final class Onlooker {
  /// At `/ui` the shapes of what is still to come are an exhibit.
  private static final String DRAWN =
      """
      () => document.fonts.status === 'loaded'
        && document.querySelector('h1') !== null
        && document.getAnimations().every(({ playState, effect }) =>
          playState !== 'running' || effect.getComputedTiming().endTime === Infinity)
        && (location.pathname === '/ui'
          || document.querySelector('[role=status][aria-label=Loading]') === null)
      """;

  /// What is begun after a page was drawn has begun by then.
  static final String TWO_FRAMES =
      "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

  private final Page page;
  private final String house;
  private final Set<Request> underWay = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private boolean missing;

  /// @param house where all that it needs comes from
  Onlooker(Page page, String house) {
    this.page = page;
    this.house = house;
    page.onPageError(faults::add);
    page.onConsoleMessage(this::hear);
    page.onRequest(this::see);
    page.onResponse(this::leave);
    page.onRequestFinished(underWay::remove);
    page.onRequestFailed(underWay::remove);
  }

  /// From now on it is looked for what there is not, or no more.
  void expectMissing(boolean expected) {
    missing = expected;
  }

  /// Waits until all is drawn that comes by itself.
  void awaitRest() {
    try {
      do {
        page.waitForFunction(DRAWN);
        page.waitForCondition(underWay::isEmpty);
        page.evaluate(TWO_FRAMES);
      } while (!underWay.isEmpty() || !Boolean.TRUE.equals(page.evaluate(DRAWN)));
    } catch (TimeoutError late) {
      List<String> asked = underWay.stream().map(Request::url).toList();
      underWay.clear();
      throw new AssertionError("expected the page to be drawn, but it waits for " + asked, late);
    }
  }

  /// What was wrong since it was asked last.
  List<String> faults() {
    List<String> seen = List.copyOf(faults);
    faults.clear();
    return seen;
  }

  private void hear(ConsoleMessage message) {
    if (message.type().equals("error") && !isForeseen(message.text())) {
      faults.add("console: " + message.text());
    }
  }

  /// Who is not signed in yet is told so, and what is missing is said to be.
  private boolean isForeseen(String text) {
    return text.contains("status of 401")
        || (missing && (text.contains("status of 404") || text.startsWith("Refused: ")));
  }

  private void see(Request request) {
    if (!request.url().startsWith(house + "/") && !request.url().startsWith("data:")) {
      faults.add("asked elsewhere: " + request.url());
    }
    if (!isLine(request)) {
      underWay.add(request);
    }
  }

  /// Of what a page that is left still asked for, nobody tells the end.
  private void leave(Response response) {
    if (response.request().isNavigationRequest()) {
      underWay.removeIf(request -> !request.equals(response.request()));
    }
  }

  /// A line to the server stays open.
  private static boolean isLine(Request request) {
    return "text/event-stream".equals(request.headers().get("accept"));
  }
}

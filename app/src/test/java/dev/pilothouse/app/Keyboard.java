package dev.pilothouse.app;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/// Somebody without a pointer, who sees at every stop where the focus is.
record Keyboard(Page page) {
  private static final int PATIENCE = 80;
  private static final int TRIES = 10;
  private static final double MOMENT_MILLIS = 30_000;
  private static final double TRY_MILLIS = 5_000;

  /// A ring or a shadow on what has the focus, around it, or laid over it, and within the window.
  /// The page as a whole has it after each change of place, and needs none.
  private static final String SEEN =
      """
      () => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        if (at === null || at === document.body || at.id === 'page') return true;
        const ringed = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        const looks = [at, at.parentElement, at.parentElement?.parentElement]
          .filter((it) => it !== null && it !== undefined)
          .flatMap((it) => [getComputedStyle(it), getComputedStyle(it, '::after')]);
        const shaded = [at, at.parentElement].some((it) => getComputedStyle(it).boxShadow !== 'none');
        const { top, bottom, left, right } = at.getBoundingClientRect();
        const within = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
        return within && (looks.some(ringed) || shaded);
      }
      """;

  private static final String FOCUSED =
      """
      () => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at.outerHTML.slice(0, 300);
      }
      """;

  /// Waits until keys are heard: a page listens to them only after it was drawn.
  void awaitHeard() {
    page.locator("h1").first().waitFor();
    page.evaluate(Onlooker.TWO_FRAMES);
  }

  /// Presses keys one after the other.
  void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
      assertFocusIsSeen();
    }
  }

  /// Presses keys that make one order only where one soon follows the other: nothing is looked at
  /// between them, and where this machine was too slow they are pressed again.
  void pressUntilThere(Locator wanted, String... keys) {
    for (int tries = 0; tries < TRIES; tries++) {
      for (String key : keys) {
        page.keyboard().press(key);
      }
      if (comes(wanted)) {
        assertFocusIsSeen();
        return;
      }
    }
    throw new AssertionError(
        "expected %s to lead to %s, but it did not".formatted(String.join(" ", keys), wanted));
  }

  private static boolean comes(Locator wanted) {
    try {
      wanted.waitFor(new Locator.WaitForOptions().setTimeout(TRY_MILLIS));
      return true;
    } catch (TimeoutError _) {
      return false;
    }
  }

  void type(String text) {
    page.keyboard().type(text);
  }

  /// Goes on from stop to stop until it is there.
  void tabTo(Locator wanted) {
    pressUntilAt(wanted, "Tab");
  }

  void tabBackTo(Locator wanted) {
    pressUntilAt(wanted, "Shift+Tab");
  }

  private void pressUntilAt(Locator wanted, String key) {
    wanted.waitFor();
    for (int stop = 0; stop < PATIENCE; stop++) {
      if (isAt(wanted)) {
        return;
      }
      press(key);
    }
    throw new AssertionError("expected " + key + " to lead to " + wanted + ", but it did not");
  }

  private boolean isAt(Locator wanted) {
    return Boolean.TRUE.equals(wanted.evaluate("it => it.matches(':focus')"));
  }

  /// The ring may come a moment after the focus.
  private void assertFocusIsSeen() {
    try {
      page.waitForFunction(SEEN, null, new Page.WaitForFunctionOptions().setTimeout(MOMENT_MILLIS));
    } catch (TimeoutError unseen) {
      throw new AssertionError("focus that nobody sees: " + page.evaluate(FOCUSED), unseen);
    }
  }
}

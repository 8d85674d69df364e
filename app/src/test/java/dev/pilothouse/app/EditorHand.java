package dev.pilothouse.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// Writes into the definition's editor as people do: letter by letter, with its suggestions.
record EditorHand(Page page) {

  Locator editor() {
    return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Definition"));
  }

  /// Behind the last letter, with so many of the last letters taken away.
  void goToTheEnd(int less) {
    editor().click();
    page.keyboard().press("Control+End");
    for (int gone = 0; gone < less; gone++) {
      page.keyboard().press("Backspace");
    }
  }

  /// A new line that begins so deep, whatever the editor proposes.
  void line(int depth, String text) {
    leaveSuggestions();
    page.keyboard().press("Enter");
    page.keyboard().press("Shift+Home");
    page.keyboard().type(" ".repeat(depth) + text);
  }

  /// Goes on writing in this line, and takes what is suggested for it. While the editor looks for
  /// what fits the last letter, it shows what fitted the one before, and takes no click for it.
  void complete(String beginning, String whole) {
    page.keyboard().type(beginning);
    Locator suggestion =
        page.locator(
            ".cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled) [aria-selected=true]");
    assertThat(suggestion).containsText(whole);
    suggestion.click();
    assertThat(editor()).containsText(whole);
  }

  /// Suggestions go when the caret moves; Enter then makes a line again.
  private void leaveSuggestions() {
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("ArrowRight");
  }
}

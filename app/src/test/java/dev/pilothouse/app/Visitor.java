package dev.pilothouse.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.List;

/// The administrator of a house, at a browser.
record Visitor(Page page, RunningHouse house) {
  static final String MAIL = "admin@localhost";

  /// Sits down where nothing moves.
  static Visitor at(Page page, RunningHouse house) {
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    return new Visitor(page, house);
  }

  void open(String path) {
    page.navigate(house.url() + path);
  }

  /// With the password that the house made itself.
  void signIn() throws IOException {
    signIn(house.firstPassword());
  }

  /// Fills in the form at the door, and waits until the house hears keys.
  void signIn(String password) {
    open("/");
    fill("Mail address", MAIL);
    fill("Password", password);
    button("Sign in").click();
    assertThat(password()).isHidden();
    new Keyboard(page).awaitHeard();
  }

  void fill(String label, String text) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
  }

  /// What lets somebody in who has signed in.
  List<Cookie> pass() {
    return page.context().cookies().stream()
        .map(it -> new Cookie(it.name, it.value).setUrl(house.url()))
        .toList();
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator password() {
    return page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true));
  }
}

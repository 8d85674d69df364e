package dev.pilothouse.app;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.util.List;

/// Goes from screen to screen as links lead, without loading the page anew where it need not be.
final class Tour {
  private final Visitor visitor;
  private final Onlooker onlooker;
  private final List<Cookie> pass;
  private boolean isAtHome;

  private Tour(Visitor visitor, Onlooker onlooker, List<Cookie> pass) {
    this.visitor = visitor;
    this.onlooker = onlooker;
    this.pass = pass;
  }

  static Tour of(Visitor visitor) throws IOException {
    visitor.signIn();
    Onlooker onlooker = new Onlooker(visitor.page(), visitor.house().url());
    return new Tour(visitor, onlooker, visitor.pass());
  }

  Onlooker onlooker() {
    return onlooker;
  }

  /// Until it is drawn and what is to be done there first is done.
  void goTo(Screen screen) {
    Page page = visitor.page();
    onlooker.expectMissing(screen.missing());
    Sight.DESK.of(page);
    if (isAtHome && !screen.outside()) {
      page.evaluate("path => history.pushState({}, '', path)", screen.path());
    } else {
      load(screen);
    }
    isAtHome = screen.leavesNothingOpen();
    onlooker.awaitRest();
    screen.first().ifPresent(act -> act.accept(page));
  }

  private void load(Screen screen) {
    visitor.page().context().clearCookies();
    if (!screen.outside()) {
      visitor.page().context().addCookies(pass);
    }
    visitor.open(screen.path());
  }
}

package dev.pilothouse.bench;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import dev.pilothouse.testkit.OpenBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The administrator of a house, with a browser and signed in. The first steps of a new house are
/// behind them, so that home is home.
final class Guest implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final House house;
  private final OpenBrowser browser;
  private final BrowserContext signedIn;

  private Guest(House house, OpenBrowser browser, BrowserContext signedIn) {
    this.house = house;
    this.browser = browser;
    this.signedIn = signedIn;
  }

  static Guest of(House house) {
    OpenBrowser browser = OpenBrowser.start();
    Guest guest = new Guest(house, browser, browser.browser().newContext());
    var _ = guest.post("/v1/session", firstLogin(house));
    var _ = guest.post("/v1/company/settle", "{}");
    return guest;
  }

  /// A tab in a profile of its own, signed in, with an empty cache.
  Page newPage() {
    Page page = browser.newPage();
    page.context().addCookies(pass());
    return page;
  }

  void givePassTo(PlainBrowser.Tab tab) {
    signedIn.cookies().forEach(it -> tab.carry(house.url(), it.name, it.value));
  }

  String url(String path) {
    return house.url() + path;
  }

  Page opened(Page page, String path) {
    at(page, path).locator("main h1").first().waitFor();
    return page;
  }

  Page at(Page page, String path) {
    var _ = page.navigate(house.url() + path);
    return page;
  }

  JsonNode get(String path) {
    return good(path, signedIn.request().get(house.url() + path));
  }

  JsonNode post(String path, String body) {
    RequestOptions request =
        RequestOptions.create()
            .setHeader("Content-Type", "application/json")
            .setHeader("X-Pilothouse", "1")
            .setData(body);
    return good(path, signedIn.request().post(house.url() + path, request));
  }

  @Override
  public void close() {
    browser.close();
  }

  private List<Cookie> pass() {
    return signedIn.cookies().stream()
        .map(it -> new Cookie(it.name, it.value).setUrl(house.url()))
        .toList();
  }

  private static JsonNode good(String path, APIResponse answer) {
    if (!answer.ok()) {
      throw new IllegalStateException(
          "Expected a good answer to '%s', but found %d: %s"
              .formatted(path, answer.status(), answer.text()));
    }
    return answer.text().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.text());
  }

  private static String firstLogin(House house) {
    try {
      JsonNode login = JSON.readTree(Files.readString(house.data().firstLogin()));
      return "{\"email\": %s, \"password\": %s}"
          .formatted(login.path("email"), login.path("password"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

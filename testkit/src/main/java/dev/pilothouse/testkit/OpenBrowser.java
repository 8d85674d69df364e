package dev.pilothouse.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.HashMap;
import java.util.List;

/// A running Chromium and the Playwright that drives it, both of one thread.
public record OpenBrowser(Playwright playwright, Browser browser) implements AutoCloseable {

  /// It opens our own pages only, so it needs no sandbox (which root and most containers refuse),
  /// and it must not speak to anyone else: names other than this machine's do not resolve.
  public static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-proxy-server",
          "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1");

  public static OpenBrowser start() {
    var chromium = Chromium.find();
    var environment = new HashMap<>(System.getenv());
    environment.putAll(chromium.environment());
    var playwright = PlaywrightDriver.start();
    var browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(chromium.executable())
                    .setEnv(environment)
                    .setArgs(FLAGS));
    return new OpenBrowser(playwright, browser);
  }

  /// A tab in a profile of its own: nothing is in its cache.
  public Page newPage() {
    return browser.newPage();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

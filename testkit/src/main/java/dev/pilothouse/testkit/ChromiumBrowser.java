package dev.pilothouse.testkit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a browser test its `Page` parameters: each in a fresh profile of a Chromium that the class
/// shares, closed after the test.
///
/// Playwright knows one thread only, so everything is made and used on the thread that runs the
/// class; keep its tests on one thread, as they are by default.
public final class ChromiumBrowser implements ParameterResolver {

  /// What is awaited comes in a blink, or on a busy machine a good while later.
  private static final double PATIENCE_MILLIS = 30_000;

  private static final Namespace NAMESPACE = Namespace.create(ChromiumBrowser.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Page.class;
  }

  @Override
  public Page resolveParameter(ParameterContext parameter, ExtensionContext context) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    var browser = browserOf(context);
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(parameter.getIndex(), _ -> new OpenPage(browser.newPage()), OpenPage.class)
        .page();
  }

  /// Kept where the class keeps things, so that it ends with the class.
  private static OpenBrowser browserOf(ExtensionContext context) {
    var ofTheClass =
        context.getTestMethod().isPresent() ? context.getParent().orElse(context) : context;
    return ofTheClass
        .getStore(NAMESPACE)
        .computeIfAbsent(OpenBrowser.class, _ -> OpenBrowser.start(), OpenBrowser.class);
  }

  /// One tab in its own profile.
  private record OpenPage(Page page) implements AutoCloseable {
    @Override
    public void close() {
      page.context().close();
    }
  }
}

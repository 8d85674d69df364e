package dev.pilothouse.bench;

import dev.pilothouse.testkit.Chromium;
import dev.pilothouse.testkit.OpenBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Chromium as people have it. Playwright is told of each request and has scripts of its own in
/// each page: that makes a first load half as long again, and is nothing that anybody waits for.
final class PlainBrowser implements AutoCloseable {
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);

  private final Path profile = Folders.temporary("pilothouse-browser");
  private final Process process = started(profile);
  private final DevTools tools =
      new DevTools(Await.first("the browser listens", STARTS_WITHIN, () -> address(profile)));

  /// A tab in a profile of its own: nothing is in its cache.
  Tab newTab() {
    String profileOfTab = text("Target.createBrowserContext", Map.of(), "browserContextId");
    String target =
        text(
            "Target.createTarget",
            Map.of("url", "about:blank", "browserContextId", profileOfTab),
            "targetId");
    String session =
        text("Target.attachToTarget", Map.of("targetId", target, "flatten", true), "sessionId");
    var _ = tools.ask(session, "Page.enable", Map.of());
    return new Tab(profileOfTab, session);
  }

  private String text(String method, Map<String, Object> what, String field) {
    return tools.ask(method, what).path(field).asString();
  }

  @Override
  public void close() {
    tools.close();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    try {
      int _ = process.destroyForcibly().waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    Folders.delete(profile);
  }

  private static Process started(Path profile) {
    Chromium chromium = Chromium.find();
    List<String> command = new ArrayList<>(List.of(chromium.executable().toString()));
    command.addAll(OpenBrowser.FLAGS);
    command.addAll(
        List.of("--headless=new", "--remote-debugging-port=0", "--user-data-dir=" + profile));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(chromium.environment());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Chromium writes its port and path there once it listens.
  private static Optional<URI> address(Path profile) {
    try {
      Path file = profile.resolve("DevToolsActivePort");
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return lines.size() < 2
          ? Optional.empty()
          : Optional.of(URI.create("ws://127.0.0.1:" + lines.getFirst() + lines.get(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One page of it.
  final class Tab implements AutoCloseable {
    private final String profileOfTab;
    private final String session;

    private Tab(String profileOfTab, String session) {
      this.profileOfTab = profileOfTab;
      this.session = session;
    }

    void carry(String url, String cookie, String value) {
      Map<String, Object> pass = Map.of("name", cookie, "value", value, "url", url);
      var _ =
          tools.ask(
              "Storage.setCookies",
              Map.of("browserContextId", profileOfTab, "cookies", List.of(pass)));
    }

    /// From the first moment of each page.
    void runFirst(String script) {
      var _ = tools.ask(session, "Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    void open(String url) {
      var _ = tools.ask(session, "Page.navigate", Map.of("url", url));
    }

    double number(String expression) {
      return tools
          .ask(session, "Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true))
          .path("result")
          .path("value")
          .asDouble();
    }

    @Override
    public void close() {
      var _ = tools.ask("Target.disposeBrowserContext", Map.of("browserContextId", profileOfTab));
    }
  }
}

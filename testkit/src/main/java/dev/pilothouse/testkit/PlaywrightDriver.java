package dev.pilothouse.testkit;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import dev.pilothouse.workers.platform.Cache;
import dev.pilothouse.workers.platform.PlatformProblem;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/// Playwright run by the installed Node: its own bundle brings Node for five platforms, 202 MB.
final class PlaywrightDriver {

  private static final String FOLDER_SETTING = "playwright.cli.dir";

  private PlaywrightDriver() {}

  /// A Playwright for the calling thread and no other.
  static Playwright start() {
    if (System.getProperty(FOLDER_SETTING) == null) {
      System.setProperty(FOLDER_SETTING, unpacked(Cache.standard()).toString());
    }
    return Playwright.create(
        new Playwright.CreateOptions()
            .setEnv(
                Map.of(
                    "PLAYWRIGHT_NODEJS_PATH",
                    node().toString(),
                    "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                    "1")));
  }

  private static Path unpacked(Cache cache) {
    var jar = jar();
    var name = jar.getFileName().toString().replace(".jar", "");
    return CachedFolder.filled(
        cache.root().resolve("playwright-" + name), folder -> unpack(jar, folder));
  }

  private static Path jar() {
    try {
      return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unpack(Path jar, Path folder) throws IOException {
    try (var files = FileSystems.newFileSystem(jar);
        var sources = Files.walk(files.getPath("/driver"))) {
      for (var source : sources.toList()) {
        var target = folder.resolve(files.getPath("/driver").relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
        }
      }
    }
  }

  private static Path node() {
    var path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "node"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new PlatformProblem(
                "Browser tests need Node 20 or later on the PATH, but there is none.",
                "Install it (Debian: apt-get install nodejs)."));
  }
}

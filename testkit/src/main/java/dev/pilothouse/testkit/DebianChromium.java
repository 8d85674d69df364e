package dev.pilothouse.testkit;

import dev.pilothouse.workers.platform.PlatformProblem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Debian's Chromium, with the libraries that this system lacks, unpacked into a folder: nothing is
/// installed and no root is needed. 124 MB to fetch, 396 MB unpacked, seen on Debian 12.
final class DebianChromium {

  private static final String NEXT_STEP =
      "Install Chromium (Debian: apt-get install chromium; elsewhere: Google Chrome or Chromium), or"
          + " name one in PILOTHOUSE_CHROMIUM.";

  private final Path home;
  private final Path ownLists;

  DebianChromium(Path cache) {
    home = cache.resolve("chromium-" + release());
    ownLists = cache.resolve("apt");
  }

  Chromium unpacked() {
    try {
      CachedFolder.filled(home, this::fill);
    } catch (IllegalStateException e) {
      throw new PlatformProblem("Browser tests need Chromium: " + e.getMessage(), NEXT_STEP, e);
    }
    var chromium = new Chromium(home.resolve("usr/lib/chromium/chromium"), environment());
    if (!chromium.works()) {
      throw new PlatformProblem(
          "Expected the Chromium unpacked in '%s' to run, but it says '%s'."
              .formatted(home, chromium.says()),
          "Delete that folder and try again. " + NEXT_STEP);
    }
    return chromium;
  }

  /// Packages of one release do not fit the libraries of another.
  private static String release() {
    return ToolRun.of(
            "sh", "-c", ". /etc/os-release; echo \"$ID$VERSION_ID-$(dpkg --print-architecture)\"")
        .output()
        .strip();
  }

  private void fill(Path folder) throws IOException {
    if (!Apt.isHere()) {
      throw new IllegalStateException("none is installed and this is no Debian to take it from.");
    }
    var apt = Apt.ofTheSystem().knows("chromium") ? Apt.ofTheSystem() : Apt.withOwnLists(ownLists);
    apt.unpack(apt.missingFor("chromium"), folder);
    Files.writeString(
        folder.resolve("fonts.conf"),
        """
        <?xml version="1.0"?>
        <fontconfig>
          <dir>/usr/share/fonts</dir>
          <dir>%1$s/usr/share/fonts</dir>
          <cachedir>%1$s/font-cache</cachedir>
        </fontconfig>
        """
            .formatted(home));
  }

  private Map<String, String> environment() {
    var environment = new LinkedHashMap<String, String>();
    environment.put("LD_LIBRARY_PATH", libraries());
    if (!Files.exists(Path.of("/etc/fonts/fonts.conf"))) {
      environment.put("FONTCONFIG_FILE", home.resolve("fonts.conf").toString());
    }
    return environment;
  }

  /// `usr/lib/x86_64-linux-gnu` or the like, with its sub-folders: some libraries know their own
  /// parts by absolute paths that are not here.
  private String libraries() {
    var libraries = home.resolve("usr/lib");
    try (var folders = Files.walk(libraries, 2)) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> libraries.relativize(folder).toString().contains("-linux-gnu"))
          .map(Path::toString)
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

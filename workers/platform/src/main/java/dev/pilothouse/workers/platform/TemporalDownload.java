package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/// Brings the pinned CLI into the cache, from the first source that gives exactly the program we
/// know. What is halfway there or not what was expected never appears under the program's name.
///
/// @param home the folder of this release in the cache
record TemporalDownload(Path home, Checksum expected, List<TemporalSource> sources) {

  private static final int ATTEMPTS = 2;

  Path program() {
    return home.resolve("temporal");
  }

  void fetch(Progress progress) {
    try (InterProcessLock _ = InterProcessLock.take(home.resolve("lock"))) {
      if (!Files.exists(program())) {
        fetchFromFirst(progress);
      }
    }
  }

  private void fetchFromFirst(Progress progress) {
    List<String> refusals = new ArrayList<>();
    for (TemporalSource source : sources) {
      progress.say("Fetching the Temporal CLI from " + source.words());
      if (fetchFrom(source, progress, refusals)) {
        return;
      }
    }
    throw new PlatformProblem(
        "The Temporal CLI is neither on the PATH nor in our cache, and could not be fetched: "
            + String.join("; ", refusals)
            + ".",
        "Connect to the network and start again, or install temporal 1.9 or later on the PATH, or point to a running server by"
            + " --temporal HOST:PORT.");
  }

  private boolean fetchFrom(TemporalSource source, Progress progress, List<String> refusals) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Path folder = home.resolve("download");
      try {
        Trees.delete(folder);
        Files.createDirectories(folder);
        accept(source.fetch(folder, progress));
        return true;
      } catch (WrongChecksum e) {
        refusals.add("from " + source.words() + ": " + e.getMessage());
      } catch (IOException e) {
        refusals.add("from " + source.words() + ": " + words(e));
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while fetching Temporal", e);
      } finally {
        Trees.delete(folder);
      }
    }
    return false;
  }

  private static String words(IOException e) {
    return switch (e) {
      case UnknownHostException _ -> "the name " + e.getMessage() + " is not found from here";
      case ZipException _ -> "expected a whole archive, but found half of one or none";
      default -> String.valueOf(e.getMessage());
    };
  }

  private void accept(Path fetched) throws IOException {
    Checksum found = Checksum.of(fetched);
    if (!found.equals(expected)) {
      Path refused = home.resolve("temporal.refused");
      Files.move(fetched, refused, StandardCopyOption.REPLACE_EXISTING);
      throw new WrongChecksum(expected, found, refused);
    }
    Executables.mark(fetched);
    Files.move(fetched, program(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static final class WrongChecksum extends IOException {

    WrongChecksum(Checksum expected, Checksum found, Path refused) {
      super(
          "expected a program with checksum %.12s, but found %.12s (moved to '%s')"
              .formatted(expected.hex(), found.hex(), refused));
    }
  }
}

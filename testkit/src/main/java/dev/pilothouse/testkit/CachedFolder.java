package dev.pilothouse.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A folder that is filled once, whole or not at all, whoever else wants it at the same time.
final class CachedFolder {

  /// Fills an empty folder. Throwing leaves nothing behind.
  interface Filling {
    void fill(Path empty) throws IOException;
  }

  private CachedFolder() {}

  static Path filled(Path folder, Filling filling) {
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      return MachineLock.holding(
          folder.resolveSibling(folder.getFileName() + ".lock"),
          () -> Files.isDirectory(folder) ? folder : fill(folder, filling));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot fill '%s'".formatted(folder), e);
    }
  }

  private static Path fill(Path folder, Filling filling) throws IOException {
    var unfinished =
        Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".unfinished");
    try {
      filling.fill(unfinished);
      return Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      FolderRemoval.remove(unfinished);
    }
  }
}

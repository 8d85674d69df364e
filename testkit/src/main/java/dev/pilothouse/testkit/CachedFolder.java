package dev.pilothouse.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A folder that is filled once, whole or not at all, whoever else wants it at the same time.
final class CachedFolder {

  /// Fills an empty folder. Throwing leaves nothing behind.
  interface Filling {
    void fill(Path empty) throws IOException;
  }

  /// Within one JVM a file lock refuses a second thread instead of letting it wait.
  private static final Object ONE_AT_A_TIME = new Object();

  private CachedFolder() {}

  static Path filled(Path folder, Filling filling) {
    try {
      return Files.isDirectory(folder) ? folder : fillUnderLock(folder, filling);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot fill '%s'".formatted(folder), e);
    }
  }

  private static Path fillUnderLock(Path folder, Filling filling) throws IOException {
    Files.createDirectories(folder.getParent());
    var lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
    synchronized (ONE_AT_A_TIME) {
      try (var channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        if (!Files.isDirectory(folder)) {
          fill(folder, filling);
        }
        return folder;
      }
    }
  }

  private static void fill(Path folder, Filling filling) throws IOException {
    var unfinished =
        Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".unfinished");
    try {
      filling.fill(unfinished);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      FolderRemoval.remove(unfinished);
    }
  }
}

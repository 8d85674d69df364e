package dev.pilothouse.testkit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Lets one at a time do something, among all threads of all processes of this machine.
final class MachineLock {

  /// What is done while the lock is held.
  interface Work<T> {
    T run() throws IOException;
  }

  /// Within one JVM a file lock refuses a second thread instead of letting it wait.
  private static final Object OF_THIS_JVM = new Object();

  private MachineLock() {}

  static <T> T holding(Path file, Work<T> work) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    synchronized (OF_THIS_JVM) {
      try (var channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        return work.run();
      }
    }
  }
}

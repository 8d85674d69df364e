package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A lock on a file that the operating system takes back when its holder dies, however it dies.
/// Held against other processes and against other threads of this one.
final class InterProcessLock implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final FileChannel channel;
  private final FileLock lock;

  private InterProcessLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /// Waits for it as long as its holder works.
  static InterProcessLock take(Path file) {
    return within(file, Duration.ofMinutes(30))
        .orElseThrow(() ->
            new PlatformProblem(
                "Another process has held '" + file + "' for half an hour.",
                "End that process if it hangs, then run the same command again."));
  }

  /// Empty where somebody else holds it all that time.
  static Optional<InterProcessLock> within(Path file, Duration limit) {
    Instant last = Instant.now().plus(limit);
    Optional<InterProcessLock> lock = attempt(file, false);
    while (lock.isEmpty() && Instant.now().isBefore(last)) {
      pause();
      lock = attempt(file, false);
    }
    return lock;
  }

  /// Several may share it; nobody then holds it alone.
  static Optional<InterProcessLock> share(Path file) {
    return attempt(file, true);
  }

  private static Optional<InterProcessLock> attempt(Path file, boolean shared) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      return lock(channel, shared).map(lock -> new InterProcessLock(channel, lock));
    } catch (IOException e) {
      throw FileProblem.writing(file, e);
    }
  }

  private static Optional<FileLock> lock(FileChannel channel, boolean shared) throws IOException {
    Optional<FileLock> lock = Optional.empty();
    try {
      lock = Optional.ofNullable(channel.tryLock(0, Long.MAX_VALUE, shared));
    } catch (OverlappingFileLockException _) {
      // another thread of this process holds it
    }
    if (lock.isEmpty()) {
      channel.close();
    }
    return lock;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a lock", e);
    }
  }

  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException _) {
      // the process's end releases it at the latest
    }
  }
}

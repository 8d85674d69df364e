package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A lock on a file that the operating system takes back when its holder dies, however it dies.
/// Held against other processes and against other threads of this one.
final class InterProcessLock implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(20);

  /// What this process holds. why: POSIX gives a process's lock back when the process closes the
  /// file anywhere, so a second attempt from within must never open it.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;

  private InterProcessLock(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
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

  private static Optional<InterProcessLock> attempt(Path wanted, boolean shared) {
    Path file = wanted.toAbsolutePath().normalize();
    if (!HELD_HERE.add(file)) {
      return Optional.empty();
    }
    Optional<InterProcessLock> lock = Optional.empty();
    try {
      lock = lock(file, shared);
      return lock;
    } catch (IOException e) {
      throw FileProblem.writing(file, e);
    } finally {
      if (lock.isEmpty()) {
        HELD_HERE.remove(file);
      }
    }
  }

  private static Optional<InterProcessLock> lock(Path file, boolean shared) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    @Nullable FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new InterProcessLock(file, channel, lock));
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
    } finally {
      HELD_HERE.remove(file);
    }
  }
}

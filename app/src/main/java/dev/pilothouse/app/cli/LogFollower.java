package dev.pilothouse.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands on each line that is added to a log from now on. The file stays open, so that what was
/// written just before a rotation is not missed.
final class LogFollower {

  private static final int BLOCK = 65_536;

  private final Path log;
  private final LineCutter lines;
  private @Nullable SeekableByteChannel open;
  private @Nullable Object identity;

  LogFollower(Path log, Consumer<String> line) {
    this.log = log;
    this.lines = new LineCutter(line);
    if (Files.exists(log)) {
      openAtItsEnd();
    }
  }

  /// Hands on what has been added since the last look.
  void look() {
    try {
      readOn();
      Object now = identityOf(log);
      if (now != null && !Objects.equals(now, identity)) {
        readOn();
        openAnew();
        readOn();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void openAtItsEnd() {
    try {
      openAnew();
      SeekableByteChannel channel = Objects.requireNonNull(open);
      channel.position(channel.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void openAnew() throws IOException {
    if (open != null) {
      open.close();
    }
    open = Files.newByteChannel(log);
    identity = identityOf(log);
  }

  private void readOn() throws IOException {
    SeekableByteChannel channel = open;
    if (channel == null) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    while (channel.read(bytes) > 0) {
      lines.add(bytes.flip());
      bytes.clear();
    }
  }

  private static @Nullable Object identityOf(Path log) throws IOException {
    return Files.exists(log)
        ? Files.readAttributes(log, BasicFileAttributes.class).fileKey()
        : null;
  }
}

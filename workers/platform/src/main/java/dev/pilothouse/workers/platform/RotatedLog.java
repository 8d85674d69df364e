package dev.pilothouse.workers.platform;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A log that never grows beyond its share of the disk: `name.log`, and older ones as `name.log.1`
/// and so on. A disk that takes no more lines does not stop the part that writes them; the newest
/// lines are kept in memory, to tell why something died.
final class RotatedLog implements Consumer<String>, AutoCloseable {

  private static final long TEN_MEGABYTES = 10_000_000;
  private static final int FILES = 5;
  private static final int REMEMBERED = 60;

  private final Path file;
  private final long limit;
  private final Deque<String> newest = new ArrayDeque<>();
  private @Nullable BufferedWriter writer;
  private long size;

  RotatedLog(Path file) {
    this(file, TEN_MEGABYTES);
  }

  RotatedLog(Path file, long limit) {
    this.file = file;
    this.limit = limit;
  }

  @Override
  public synchronized void accept(String line) {
    remember(line);
    try {
      append(line);
    } catch (IOException _) {
      // why: the disk is full or the folder is gone; the part itself says so better than its log
      // could
      close();
    }
  }

  synchronized List<String> newest() {
    return List.copyOf(newest);
  }

  synchronized void forget() {
    newest.clear();
  }

  @Override
  public synchronized void close() {
    BufferedWriter open = writer;
    writer = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException _) {
        // nothing is left to be saved
      }
    }
  }

  private void remember(String line) {
    newest.addLast(line);
    if (newest.size() > REMEMBERED) {
      newest.removeFirst();
    }
  }

  private void append(String line) throws IOException {
    BufferedWriter open = open();
    open.write(line);
    open.newLine();
    open.flush();
    size += line.getBytes(StandardCharsets.UTF_8).length + 1L;
    if (size >= limit) {
      close();
      rotate();
    }
  }

  private BufferedWriter open() throws IOException {
    BufferedWriter open = writer;
    if (open == null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      open = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      size = Files.size(file);
      writer = open;
    }
    return open;
  }

  private void rotate() throws IOException {
    for (int age = FILES - 1; age >= 1; age--) {
      Path younger = age == 1 ? file : aged(age - 1);
      if (Files.exists(younger)) {
        Files.move(younger, aged(age), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path aged(int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }
}

package dev.pilothouse.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The newest lines of a log, also across its rotation. Read from the end, since a log is megabytes
/// and a person wants twenty lines.
record LogTail(Path log) {

  private static final int OLDEST = 4;
  private static final int BLOCK = 65_536;

  List<String> newest(int count) {
    List<String> lines = List.of();
    for (int age = 0; age <= OLDEST && lines.size() < count && Files.exists(file(age)); age++) {
      List<String> all = new ArrayList<>(endOf(file(age), count - lines.size()));
      all.addAll(lines);
      lines = all;
    }
    return lines;
  }

  private Path file(int age) {
    return age == 0 ? log : log.resolveSibling(log.getFileName() + "." + age);
  }

  private static List<String> endOf(Path file, int count) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long size = channel.size();
      for (long wanted = BLOCK; ; wanted *= 4) {
        long from = Math.max(0, size - wanted);
        List<String> lines = linesOf(channel, from, size);
        if (from == 0 || lines.size() > count) {
          return lines.subList(Math.max(0, lines.size() - count), lines.size());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The first of these lines may be half of one, unless they start at the file's begin.
  private static List<String> linesOf(SeekableByteChannel channel, long from, long to)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
    channel.position(from);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
    return StandardCharsets.UTF_8.decode(bytes.flip()).toString().lines().toList();
  }
}

package dev.pilothouse.app.cli;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Cuts bytes that come in pieces into lines; a line that is not ended yet waits for its rest.
final class LineCutter {

  private final Consumer<String> line;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

  LineCutter(Consumer<String> line) {
    this.line = line;
  }

  void add(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n') {
        line.accept(begun.toString(StandardCharsets.UTF_8));
        begun.reset();
      } else {
        begun.write(next);
      }
    }
  }
}

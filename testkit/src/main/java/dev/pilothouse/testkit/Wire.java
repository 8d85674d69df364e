package dev.pilothouse.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/// A socket seen as lines and byte runs. Lines are read as ISO-8859-1, which loses no byte, so that
/// the caller can decode what it knows to be UTF-8.
final class Wire {

  private static final int LINE_FEED = '\n';

  private final InputStream in;
  private final OutputStream out;

  Wire(Socket socket) throws IOException {
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /// Waits for the first byte of whatever comes next; false when the other side closed.
  boolean awaitMore() throws IOException {
    in.mark(1);
    var next = in.read();
    in.reset();
    return next >= 0;
  }

  /// The next line without its end, or nothing when the other side closed before it was complete.
  Optional<String> line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (var next = in.read(); next >= 0; next = in.read()) {
      if (next == LINE_FEED) {
        return Optional.of(withoutCarriageReturn(line.toString(ISO_8859_1)));
      }
      line.write(next);
    }
    return Optional.empty();
  }

  String requiredLine() throws IOException {
    return line().orElseThrow(() -> new EOFException("the other side closed within a message"));
  }

  byte[] bytes(int count) throws IOException {
    var read = in.readNBytes(count);
    if (read.length < count) {
      throw new EOFException("the other side closed within a message");
    }
    return read;
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  private static String withoutCarriageReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}

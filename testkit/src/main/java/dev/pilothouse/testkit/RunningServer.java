package dev.pilothouse.testkit;

import dev.pilothouse.workers.platform.ProcessIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A server that another JVM of the build may have started, as it noted it for the rest.
record RunningServer(ProcessIdentity process, int port) {

  private static final int CONNECT_MILLIS = 1_000;

  static Optional<RunningServer> notedIn(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(file);
    var process = new ProcessIdentity(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)));
    return Optional.of(new RunningServer(process, Integer.parseInt(lines.get(2))));
  }

  void noteIn(Path file) throws IOException {
    Files.write(
        file,
        List.of(String.valueOf(process.pid()), process.started().toString(), String.valueOf(port)));
  }

  /// A number of a process that has ended may belong to another by now, and a process may run
  /// without serving.
  boolean serves() {
    return process.isAlive() && accepts();
  }

  String target() {
    return "127.0.0.1:" + port;
  }

  private boolean accepts() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

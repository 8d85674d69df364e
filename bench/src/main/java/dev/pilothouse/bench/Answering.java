package dev.pilothouse.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/// Whether a part of the house can be spoken to: its process is up and listens.
record Answering(int port) {
  static Answering at(House house, String part) {
    return new Answering(house.state().orElseThrow().ports().getOrDefault(part, 0));
  }

  boolean now() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException nobodyThere) {
      return false;
    }
  }

  /// The moment from which it does again, on the clock of [System#nanoTime].
  long awaited() {
    Await.that("port " + port + " answers", Duration.ofMinutes(1), this::now);
    return System.nanoTime();
  }
}

package dev.pilothouse.actions.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A mail server that refuses before any content: what the recording one does not do.
final class ScriptedMailServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Map<String, String> replies;
  private final AtomicInteger dataCommands = new AtomicInteger();

  /// @param replies by the first letters of a command; anything else is `250`
  ScriptedMailServer(Map<String, String> replies) throws IOException {
    this.replies = Map.copyOf(replies);
    this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return listener.getLocalPort();
  }

  int dataCommands() {
    return dataCommands.get();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        converse(socket);
      } catch (IOException left) {
        // the client has what it came for, or the test is over
      }
    }
  }

  private void converse(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    say(socket, replies.getOrDefault("hello", "220 scripted"));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("DATA")) {
        dataCommands.incrementAndGet();
      }
      say(socket, reply(line));
    }
  }

  private String reply(String line) {
    return replies.entrySet().stream()
        .filter(entry -> line.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(line.startsWith("EHLO") ? "250-scripted\r\n250 AUTH PLAIN" : "250 fine");
  }

  private static void say(Socket socket, String reply) throws IOException {
    socket.getOutputStream().write((reply + "\r\n").getBytes(US_ASCII));
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Ports of the loopback address that nobody listens on. One instance never gives the same port
/// twice.
public final class FreePorts {

  private static final int TRIES = 200;

  private final Set<Integer> given = new HashSet<>();

  /// One that was free a moment ago; others may take it before its user does.
  public static int any() {
    return new FreePorts().next();
  }

  /// Another one that was free a moment ago.
  public int next() {
    while (true) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        if (given.add(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// The wanted port, else the next free one above it; any free one where 0 is wanted.
  int at(int wanted) {
    if (wanted == 0) {
      return next();
    }
    int last = Math.min(65_535, wanted + TRIES);
    for (int port = wanted; port <= last; port++) {
      if (!given.contains(port) && isFree(port)) {
        given.add(port);
        return port;
      }
    }
    throw new PlatformProblem(
        "Expected a free port from " + wanted + " on, but all up to " + last + " are taken.",
        "Choose another by --port, or let the system choose by --port 0.");
  }

  static boolean isFree(int port) {
    return canBind(port) && !answers("127.0.0.1", port, Duration.ofMillis(200));
  }

  /// Whether somebody accepts connections there.
  static boolean answers(String host, int port, Duration limit) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(limit.toMillis()));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean canBind(int port) {
    try (ServerSocket here = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return here.isBound();
    } catch (BindException e) {
      if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("permission")) {
        throw new PlatformProblem(
            "Expected to open port " + port + ", but this user may not.",
            "Choose one above 1023 by --port, for example --port 8080.",
            e);
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.pilothouse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/// Another process of the app on the same database and the same Temporal, as on a second machine.
/// Nobody restarts it but the proof.
final class SecondApp implements AutoCloseable {
  private final House house;
  private final int port = freePort();
  private volatile Process process;

  SecondApp(House house) {
    this.house = house;
    this.process = started();
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  long pid() {
    return process.pid();
  }

  /// With the settings of now: after a new `up` database and Temporal may stand elsewhere.
  void startAgain() {
    end();
    process = started();
  }

  @Override
  public void close() {
    end();
  }

  private void end() {
    try {
      int _ = process.destroyForcibly().waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Process started() {
    ProcessBuilder builder = new ProcessBuilder(house.appCommand());
    builder.environment().putAll(settings());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(house.data().log("second").toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(house.settings());
    settings.put("PILOTHOUSE_HTTP_PORT", Integer.toString(port));
    settings.remove("PILOTHOUSE_DATABASE_MIGRATOR_PASSWORD");
    return settings;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

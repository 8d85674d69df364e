package dev.pilothouse.stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands before a database and can fall silent as its machine would: connections stay open, and
/// nothing comes any more. Those that are made afterwards work.
final class SilentServer implements AutoCloseable {
  private static final String JDBC = "jdbc:";

  private final URI behind;
  private final ServerSocket door;
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  SilentServer(String url) throws IOException {
    behind = URI.create(url.substring(JDBC.length()));
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::accept);
  }

  String url() {
    return JDBC
        + behind.toString().replace(":" + behind.getPort() + "/", ":" + door.getLocalPort() + "/");
  }

  void fallSilent() {
    lines.forEach(line -> line.silent = true);
  }

  private void accept() {
    try {
      while (true) {
        Line line = new Line(door.accept(), new Socket(behind.getHost(), behind.getPort()));
        lines.add(line);
        Thread.startVirtualThread(() -> line.carry(line.near, line.far));
        Thread.startVirtualThread(() -> line.carry(line.far, line.near));
      }
    } catch (IOException closed) {
      lines.forEach(Line::close);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private static final class Line {
    final Socket near;
    final Socket far;
    volatile boolean silent;

    Line(Socket near, Socket far) {
      this.near = near;
      this.far = far;
    }

    void carry(Socket from, Socket to) {
      byte[] some = new byte[8_192];
      try (InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream()) {
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
          if (!silent) {
            out.write(some, 0, read);
          }
        }
      } catch (IOException closed) {
        close();
      }
    }

    void close() {
      try (near;
          far) {
        silent = true;
      } catch (IOException gone) {
        silent = true;
      }
    }
  }
}

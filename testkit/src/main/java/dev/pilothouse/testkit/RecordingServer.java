package dev.pilothouse.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A server on a free loopback port that writes down what comes and misbehaves when asked to.
///
/// As a JUnit extension (`@RegisterExtension`) it closes itself: an instance field after each test;
/// a static field after the class, forgetting what it saw and its faults between tests. Each
/// connection has a virtual thread, so answers to different clients do not wait for each other.
public abstract sealed class RecordingServer<T>
    implements AutoCloseable, BeforeAllCallback, AfterEachCallback, AfterAllCallback
    permits RecordingHttpServer, RecordingSmtpServer {

  private final ServerSocket listener = listen();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<Fault> next = new ConcurrentLinkedQueue<>();
  private final Recording<T> arrived;
  private final Recording<T> acted;
  private volatile Fault always = Fault.none();
  private volatile boolean ofTheClass;
  private Thread accepting = Thread.ofVirtual().unstarted(() -> {});

  RecordingServer(String what) {
    arrived = new Recording<>(what + " arrived");
    acted = new Recording<>(what + " acted upon");
  }

  /// Everything that was read to its end, in the order of arrival, whatever was done about it.
  public final Recording<T> arrived() {
    return arrived;
  }

  /// What had its effect in the outside world that this server plays: look here for "once, not
  /// twice".
  public final Recording<T> acted() {
    return acted;
  }

  /// The faults of the next exchanges, one each; [Fault#none()] for a good one between.
  public final void next(Fault... faults) {
    next.addAll(List.of(faults));
  }

  /// The fault of every exchange that has none of its own from [#next].
  public final void always(Fault fault) {
    always = fault;
  }

  public final int port() {
    return listener.getLocalPort();
  }

  /// Forgets what it saw and all faults.
  public final void reset() {
    next.clear();
    always = Fault.none();
    arrived.clear();
    acted.clear();
  }

  /// Cuts all connections and gives the port back.
  @Override
  public final void close() {
    closed.countDown();
    closeUnchecked(listener);
    awaitNoMoreAccepting();
    open.forEach(RecordingServer::closeUnchecked);
  }

  @Override
  public final void beforeAll(ExtensionContext context) {
    ofTheClass = true;
  }

  @Override
  public final void afterEach(ExtensionContext context) {
    if (ofTheClass) {
      reset();
    } else {
      close();
    }
  }

  @Override
  public final void afterAll(ExtensionContext context) {
    close();
  }

  /// Speaks with one client until it leaves.
  abstract void converse(Wire wire) throws IOException;

  /// Call only when an exchange has really begun: it uses up one of [#next]'s faults.
  final Exchange begin() {
    var fault = next.poll();
    return new Exchange(fault == null ? always : fault, closed);
  }

  /// To be called when the sub-class can answer: a connection may come at once.
  final void start() {
    accepting = Thread.ofVirtual().name("accept-" + port()).start(this::accept);
  }

  /// The port is given back by the thread that waits on it, after the listener was closed.
  private void awaitNoMoreAccepting() {
    try {
      accepting.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (closed.getCount() > 0) {
      try {
        var socket = listener.accept();
        Thread.ofVirtual().name("serve-" + port()).start(() -> serve(socket));
      } catch (SocketException e) {
        return; // closed
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket) {
    open.add(socket);
    try (socket) {
      socket.setTcpNoDelay(true);
      if (closed.getCount() > 0) {
        converse(new Wire(socket));
      }
    } catch (IOException e) {
      // A fault cut the connection, or the client left in the middle: what the test is about.
    } finally {
      open.remove(socket);
    }
  }

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void closeUnchecked(Closeable open) {
    try {
      open.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

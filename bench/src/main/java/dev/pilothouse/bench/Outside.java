package dev.pilothouse.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// The world that chains call over HTTP, with a memory: what arrived, what it did about it, what it
/// answered. Paths are `/CLASS/STEP/EVENT`.
///
/// Not the test kit's server: a proof must know of each single call whether it was told "later".
final class Outside implements AutoCloseable {
  static final String KEY_HEADER = "Idempotency-Key";

  private final Visits visits = new Visits();
  private final AtomicInteger underWay = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile Whims whims;

  Outside(Whims whims) {
    this.whims = whims;
    // why: else the kernel holds back the second half of each answer for 40 ms
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  String url() {
    return "http://" + address();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  Visits visits() {
    return visits;
  }

  /// From the next call on.
  void behave(Whims newWhims) {
    whims = newWhims;
  }

  /// Calls that have arrived and are not answered yet.
  int underWay() {
    return underWay.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    underWay.incrementAndGet();
    try (exchange) {
      byte[] _ = exchange.getRequestBody().readAllBytes();
      Call call = Call.of(exchange);
      if (call.isReadBack()) {
        answer(exchange, visits.acted(call.effect()) ? 200 : 404);
      } else {
        treat(exchange, call, whims.next());
      }
    } finally {
      underWay.decrementAndGet();
    }
  }

  private void treat(HttpExchange exchange, Call call, Whim whim) throws IOException {
    switch (whim) {
      case Whim.Fine() -> {
        visits.arrived(call, 200);
        act(call);
        answer(exchange, 200);
      }
      case Whim.Slow(var before, var after) -> {
        visits.arrived(call, 200);
        // why: it answers a read-back by what it has done, so it must not do it after being asked
        LockSupport.parkNanos(call.isReconcilable() ? 0 : before.toNanos());
        act(call);
        LockSupport.parkNanos(after.toNanos());
        answer(exchange, 200);
      }
      case Whim.Held(var gate) -> {
        visits.arrived(call, 200);
        act(call);
        await(gate);
        answer(exchange, 200);
      }
      case Whim.Refuses(int status) -> {
        visits.arrived(call, status);
        answer(exchange, status);
      }
      case Whim.HangsUp(boolean acted) -> {
        visits.arrived(call, Visits.NO_ANSWER);
        if (acted) {
          act(call);
        }
      }
    }
  }

  private void act(Call call) {
    if (!call.isPure()) {
      visits.act(call);
    }
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    byte[] body = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}

package dev.pilothouse.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;

/// Stands where the supervisor expects the app, says "ready" and does nothing: the engine that is
/// measured runs in the benchmark's own process.
public final class IdleApp {
  private static final int READY = 200;

  private IdleApp() {}

  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(Objects.requireNonNull(System.getenv("PILOTHOUSE_HTTP_PORT")));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10);
    server.createContext("/", IdleApp::ready);
    server.start();
  }

  private static void ready(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(READY, -1);
    exchange.close();
  }
}

package dev.pilothouse.workers.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/// Behaves towards the supervisor as the real app does: reads the same environment, waits for its
/// parts, says so on `/readyz`.
public final class StandInApp {

  private StandInApp() {}

  public static void main(String[] arguments) throws IOException {
    if (Files.exists(Path.of(environment("PILOTHOUSE_FIRST_LOGIN_FILE") + ".refuse"))) {
      System.out.println("***************************");
      System.out.println("APPLICATION FAILED TO START");
      System.out.println(
          "***************************\n\nDescription:\n\nUnknown setting 'colour'.\n");
      System.out.println("Action:\n\nDid you mean 'color'?\n");
      System.exit(1);
    }
    int port = Integer.parseInt(environment("PILOTHOUSE_HTTP_PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10);
    server.createContext("/readyz", StandInApp::ready);
    server.start();
    System.out.println("serving " + String.join(" ", arguments));
  }

  private static void ready(HttpExchange exchange) throws IOException {
    String reason = databaseIsAway() ? "no database" : temporalIsAway() ? "no Temporal" : "";
    String body =
        reason.isEmpty()
            ? "{\"ready\":true,\"parts\":{}}"
            : "{\"ready\":false,\"parts\":{\"one\":{\"state\":\"waiting\",\"reason\":\""
                + reason
                + "\"}}}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reason.isEmpty() ? 200 : 503, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static boolean databaseIsAway() {
    try (Connection _ =
        DriverManager.getConnection(
            environment("PILOTHOUSE_DATABASE_URL"),
            "pilothouse_app",
            environment("PILOTHOUSE_DATABASE_APP_PASSWORD"))) {
      return false;
    } catch (SQLException _) {
      return true;
    }
  }

  private static boolean temporalIsAway() {
    String target = environment("PILOTHOUSE_TEMPORAL_TARGET");
    int port = Integer.parseInt(target.substring(target.lastIndexOf(':') + 1));
    return !FreePorts.answers("127.0.0.1", port, Duration.ofSeconds(1));
  }

  private static String environment(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException("expected " + name + " in the environment");
    }
    return value;
  }
}

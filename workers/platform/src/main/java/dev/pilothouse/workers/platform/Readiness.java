package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What the app's `/readyz` says.
///
/// @param waitingFor empty when ready or when the app does not answer yet
record Readiness(boolean ready, String waitingFor) {

  private static final int PATIENCE_MILLIS = 3_000;
  private static final Readiness SILENT = new Readiness(false, "");

  private record Report(boolean ready, @Nullable Map<String, Item> parts) {}

  private record Item(@Nullable String state, @Nullable String reason) {}

  static Readiness ask(String url) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(url + "/readyz").toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setRequestProperty("Connection", "close");
      boolean ok = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      try (InputStream body = ok ? connection.getInputStream() : connection.getErrorStream()) {
        return ok
            ? new Readiness(true, "")
            : waiting(new String(body.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException | JacksonException _) {
      return SILENT;
    }
  }

  private static Readiness waiting(String body) {
    Map<String, Item> parts = Json.parse(body, Report.class).parts();
    if (parts == null) {
      return SILENT;
    }
    return new Readiness(
        false,
        parts.entrySet().stream()
            .filter(part -> !"up".equals(part.getValue().state()))
            .map(part -> words(part.getKey(), part.getValue()))
            .sorted()
            .collect(Collectors.joining("; ")));
  }

  private static String words(String name, Item item) {
    return item.reason() == null ? name : name + ": " + item.reason();
  }
}

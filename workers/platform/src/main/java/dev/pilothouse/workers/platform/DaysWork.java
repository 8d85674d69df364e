package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What is done with a house every day, in a few requests: somebody signs in and publishes an
/// automation, a program sends events, their runs end and are looked at.
public final class DaysWork {

  static final Duration SERVES_WITHIN = Duration.ofMinutes(5);
  private static final Duration RUNS_WITHIN = Duration.ofMinutes(5);

  /// Enough that Java knows after the next start what is done often, and compiles that first.
  public static final int EVENTS = 100;

  private static final List<String> LOOKED_AT =
      List.of("/v1/me", "/v1/automations", "/v1/events", "/v1/runs");

  private final String url;
  private final Path firstLogin;
  private String cookie = "";

  private record Login(String email, String password) {}

  private record Made(String id) {}

  private record Accepted(List<String> runs) {}

  private record Run(String state) {}

  /// @param firstLogin the file that the house wrote at its first start
  public DaysWork(String url, Path firstLogin) {
    this.url = url;
    this.firstLogin = firstLogin;
  }

  /// @throws IllegalStateException where the house does not do its part
  public void run() {
    must("it is ready", Patience.until(SERVES_WITHIN, () -> Readiness.ask(url).ready()));
    signIn();
    publish();
    List<String> runs = List.of();
    for (int number = 0; number < EVENTS; number++) {
      String answer = send("/v1/events", "application/cloudevents+json", event(number));
      runs = Json.parse(answer, Accepted.class).runs();
    }
    for (String run : runs) {
      must("a run ends", Patience.until(RUNS_WITHIN, () -> hasEnded(get("/v1/runs/" + run))));
    }
    LOOKED_AT.forEach(this::get);
  }

  private void signIn() {
    Login login =
        Json.read(firstLogin, Login.class)
            .orElseThrow(() -> new IllegalStateException("There is no first login."));
    send("/v1/session", "application/json", Json.write(login));
  }

  private void publish() {
    String made = send("/v1/automations", "application/json", automation());
    String id = Json.parse(made, Made.class).id();
    send("/v1/automations/" + id + "/publish", "application/json", "{}");
  }

  private String automation() {
    return """
    {"name": "Rehearsal", "on": [{"event": "rehearsal", "when": "event.data.n >= 0 && event.subject != ''"}], "steps": [
      {"id": "sum", "do": "transform", "with": {"text": "Number ${event.data.n + 1}"}},
      {"id": "look", "do": "http.request", "with": {"method": "GET", "url": "%s/healthz"}},
      {"id": "tell", "do": "http.request", "with": {"method": "POST", "url": "%s/healthz", "body": {"n": "${event.data.n}"}},
        "idempotency": {"header": "Idempotency-Key"}, "on_error": "continue"},
      {"id": "deal", "do": "crm.update_deal", "with": {"id": "${event.source_id}", "fields": {"stage": "won"}}},
      {"id": "both", "parallel": {
        "left": [{"do": "task.create", "with": {"title": "${steps.sum.text}"}}],
        "right": [{"if": "event.data.n > 3", "then": [{"do": "transform", "with": {"large": true}}]}]}},
      {"id": "pause", "wait": "4s"}]}
    """
        .formatted(url, url);
  }

  private static String event(int number) {
    return """
    {"specversion": "1.0", "id": "%1$d", "source": "rehearsal", "type": "rehearsal", "subject": "thing/%1$d", "data": {"n": %1$d}}
    """
        .formatted(number);
  }

  private static boolean hasEnded(String run) {
    return Json.parse(run, Run.class).state().equals("finished");
  }

  private String get(String path) {
    return answer("GET", path, "", "");
  }

  private String send(String path, String type, String body) {
    return answer("POST", path, type, body);
  }

  private String answer(String method, String path, String type, String body) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(url + path).toURL().openConnection();
      connection.setRequestMethod(method);
      connection.setRequestProperty("X-Pilothouse", "rehearsal");
      connection.setRequestProperty("Cookie", cookie);
      if (!body.isEmpty()) {
        connection.setRequestProperty("Content-Type", type);
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(body.getBytes(StandardCharsets.UTF_8));
        }
      }
      String set = connection.getHeaderField("Set-Cookie");
      cookie = set == null ? cookie : set.substring(0, set.indexOf(';'));
      try (var answer = connection.getInputStream()) {
        return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException refused) {
      throw new IllegalStateException(method + " " + path + ": " + refused.getMessage(), refused);
    }
  }

  private static void must(String what, boolean isSo) {
    if (!isSo) {
      throw new IllegalStateException("Expected that " + what + ", but it is not so.");
    }
  }
}

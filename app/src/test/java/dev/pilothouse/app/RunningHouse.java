package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Tenant;
import dev.pilothouse.spi.Accounts;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.testkit.PostgresDatabase;
import dev.pilothouse.testkit.TemporalNamespace;
import dev.pilothouse.testkit.Wait;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole application in this JVM, on a real PostgreSQL and a real Temporal, spoken to over
/// HTTP. When its tests have ended, what it wrote into its journal is held against the catalogue.
final class RunningHouse implements BeforeAllCallback, AfterAllCallback {
  private static final Duration SOON = Duration.ofMinutes(2);

  /// Three start at once, each beside its browser, on a machine that may be slow.
  private static final Duration STARTED = Duration.ofMinutes(2);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Every house of this JVM sets up its one log anew as it starts, and only one may at a time.
  private static final ReentrantLock STARTING = new ReentrantLock();

  private Map<String, String> more;
  private final PostgresDatabase postgres = PostgresDatabase.empty();
  private final TemporalNamespace temporal = TemporalNamespace.ofItsOwn();
  private final HttpClient http = HttpClient.newHttpClient();
  private @Nullable ConfigurableApplicationContext application;
  private @Nullable Path folder;

  RunningHouse() {
    this(Map.of());
  }

  /// @param more settings beside those that every house here has
  RunningHouse(Map<String, String> more) {
    this.more = more;
  }

  /// An answer of the server.
  record Answer(int status, HttpResponse<String> whole) {
    JsonNode json() {
      return JSON.readTree(whole.body());
    }

    String header(String name) {
      return whole.headers().firstValue(name).orElse("");
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    postgres.beforeAll(context);
    temporal.beforeAll(context);
    folder = Files.createTempDirectory("house");
    start();
  }

  private void start() {
    STARTING.lock();
    try {
      application = Server.start(Settings.read(List.of(), settings()));
    } finally {
      STARTING.unlock();
    }
    Wait.until("the house is ready", STARTED, () -> get("/readyz").status() == 200);
  }

  /// Ends the process, lets something happen, and starts it again.
  ///
  /// @param changed settings that are others from then on
  void restart(Map<String, String> changed, Runnable meanwhile) {
    Objects.requireNonNull(application).close();
    meanwhile.run();
    Map<String, String> all = new HashMap<>(more);
    all.putAll(changed);
    more = all;
    start();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    List<String> misfits = misfitsInTheJournal();
    close();
    assertThat(misfits).as("what this house wrote, held against the catalogue").isEmpty();
  }

  private List<String> misfitsInTheJournal() {
    Tenant tenant = bean(Accounts.class).firstTenant().orElseThrow();
    return WrittenEntries.of(bean(Journal.class), tenant.id()).misfits();
  }

  private void close() throws IOException {
    Objects.requireNonNull(application).close();
    try (Stream<Path> files = Files.walk(Objects.requireNonNull(folder))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(ofEveryHouse());
    settings.putAll(more);
    return settings;
  }

  private Map<String, String> ofEveryHouse() {
    return Map.of(
        "PILOTHOUSE_HTTP_PORT", "0",
        "PILOTHOUSE_DATABASE_URL", postgres.url(),
        "PILOTHOUSE_DATABASE_MIGRATOR_PASSWORD", postgres.migrator().password(),
        "PILOTHOUSE_DATABASE_APP_PASSWORD", postgres.app().password(),
        "PILOTHOUSE_DATABASE_SYSTEM_PASSWORD", postgres.system().password(),
        "PILOTHOUSE_TEMPORAL_TARGET", temporal.target(),
        "PILOTHOUSE_TEMPORAL_NAMESPACE", temporal.name(),
        "PILOTHOUSE_WORKER_SHUTDOWN_GRACE", "PT2S",
        "PILOTHOUSE_ENCRYPTION_KEY", Base64.getEncoder().encodeToString(new byte[32]),
        "PILOTHOUSE_FIRST_LOGIN_FILE", firstLogin().toString());
  }

  Path firstLogin() {
    return Objects.requireNonNull(folder).resolve("first-login.json");
  }

  String firstPassword() throws IOException {
    return JSON.readTree(Files.readString(firstLogin())).path("password").asString();
  }

  String url() {
    return "http://127.0.0.1:"
        + Objects.requireNonNull(application).getEnvironment().getProperty("local.server.port");
  }

  /// A part of the application itself, for what cannot be asked over HTTP.
  <T> T bean(Class<T> part) {
    return Objects.requireNonNull(application).getBean(part);
  }

  Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  Answer post(String path, String body, String... headers) {
    return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer patch(String path, String body, String... headers) {
    return send(request(path, headers).method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer put(String path, String body, String... headers) {
    return send(request(path, headers).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer delete(String path, String... headers) {
    return send(request(path, headers).DELETE());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path)).timeout(SOON);
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}

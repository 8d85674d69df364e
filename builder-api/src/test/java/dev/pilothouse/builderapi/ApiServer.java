package dev.pilothouse.builderapi;

import dev.pilothouse.model.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/// The whole HTTP interface on a real server, over fakes of all doors. One for each test class.
final class ApiServer implements AutoCloseable {
  static final int MOST_BYTES = 65_536;

  @EnableWebMvc
  @EnableWebSecurity
  static final class Servlets {}

  private final AnnotationConfigWebApplicationContext context =
      new AnnotationConfigWebApplicationContext();
  private final Tomcat tomcat = new Tomcat();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  final AccountsFake accounts;
  final IntakeFake intake;
  final VerdictsFake verdicts;
  final HandoverFake handover;
  final JournalFake journal;
  final RunsFake runs;
  final FollowedRunsFake followed;
  final RerunsFake reruns;
  final GlancesFake glances;
  final ControlFake control;
  final HoldFake hold;
  final AutomationsFake automations;
  final PublicationsFake publications;
  final RecordsFake records;
  final NotificationsFake notifications;
  final EventTypesFake eventTypes;
  final SessionsFake sessions;
  final KeysFake keys;
  final CompanyFake company;
  final OverviewFake overview;
  final MeterRegistry meters;

  ApiServer() {
    this(Duration.ofMinutes(1));
  }

  /// @param patience with a client that neither sends nor takes anything
  ApiServer(Duration patience) {
    try {
      Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "api-server");
      tomcat.setBaseDir(folder.toString());
      tomcat.setPort(0);
      tomcat.getEngine().setName("api-" + System.identityHashCode(this)); // one name a JVM
      tomcat
          .getConnector()
          .getProtocolHandler()
          .setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      tomcat.getConnector().setProperty("connectionTimeout", "" + patience.toMillis());
      serve(tomcat.addContext("", folder.toString()));
      tomcat.start();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    } catch (LifecycleException notStarted) {
      throw new IllegalStateException(notStarted);
    }
    accounts = context.getBean(AccountsFake.class);
    intake = context.getBean(IntakeFake.class);
    verdicts = context.getBean(VerdictsFake.class);
    handover = context.getBean(HandoverFake.class);
    journal = context.getBean(JournalFake.class);
    runs = context.getBean(RunsFake.class);
    followed = context.getBean(FollowedRunsFake.class);
    reruns = context.getBean(RerunsFake.class);
    glances = context.getBean(GlancesFake.class);
    control = context.getBean(ControlFake.class);
    hold = context.getBean(HoldFake.class);
    automations = context.getBean(AutomationsFake.class);
    publications = context.getBean(PublicationsFake.class);
    records = context.getBean(RecordsFake.class);
    notifications = context.getBean(NotificationsFake.class);
    eventTypes = context.getBean(EventTypesFake.class);
    sessions = context.getBean(SessionsFake.class);
    keys = context.getBean(KeysFake.class);
    company = context.getBean(CompanyFake.class);
    overview = context.getBean(OverviewFake.class);
    meters = context.getBean(MeterRegistry.class);
  }

  private void serve(Context root) {
    context.setServletContext(root.getServletContext());
    context.register(Servlets.class, FakeDoors.class, BuilderApi.class);
    context.refresh();
    var servlet = Tomcat.addServlet(root, "all", new DispatcherServlet(context));
    servlet.setLoadOnStartup(1);
    root.addServletMappingDecoded("/", "all");
    FilterDef filter = new FilterDef();
    filter.setFilterName("security");
    filter.setFilter(new DelegatingFilterProxy("springSecurityFilterChain", context));
    root.addFilterDef(filter);
    FilterMap everywhere = new FilterMap();
    everywhere.setFilterName("security");
    everywhere.addURLPattern("/*");
    root.addFilterMap(everywhere);
  }

  /// A request by a program of that role.
  HttpRequest.Builder as(Role role, String path) {
    return to(path).header("Authorization", "Bearer " + AccountsFake.keyOf(role));
  }

  /// A request by the person who signed in.
  HttpRequest.Builder asPerson(String path) {
    return to(path)
        .header("Cookie", "pilothouse_session=" + AccountsFake.SESSION)
        .header("X-Pilothouse", "1");
  }

  int port() {
    return tomcat.getConnector().getLocalPort();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  Reply get(Role role, String path) {
    return send(as(role, path).GET());
  }

  Reply post(Role role, String path, String contentType, String body) {
    return send(
        as(role, path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
  }

  Reply postJson(Role role, String path, String body) {
    return post(role, path, "application/json", body);
  }

  Reply patch(Role role, String path, String body, String... headers) {
    HttpRequest.Builder request =
        as(role, path)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  Reply put(Role role, String path, String ifMatch, String body) {
    return send(
        as(role, path)
            .header("Content-Type", "application/json")
            .header("If-Match", ifMatch)
            .PUT(BodyPublishers.ofString(body)));
  }

  Reply send(HttpRequest.Builder request) {
    return Reply.of(exchange(request, BodyHandlers.ofString()));
  }

  <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request.build(), body);
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    try {
      http.shutdownNow();
      context.close();
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException notStopped) {
      throw new IllegalStateException(notStopped);
    }
  }
}

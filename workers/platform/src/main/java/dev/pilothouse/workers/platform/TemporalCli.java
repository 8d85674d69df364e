package dev.pilothouse.workers.platform;

import java.nio.file.Path;
import java.util.List;

/// The official `temporal` program, which brings the development server.
public final class TemporalCli {

  private final Path binary;
  private final String version;

  private TemporalCli(Path binary, String version) {
    this.binary = binary;
    this.version = version;
  }

  /// From the PATH, our cache, or the network, in this order.
  public static TemporalCli locate(Cache cache, Progress progress) {
    return new TemporalCli(cache.at("temporal"), "");
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
    return List.of();
  }

  /// A server that forgets everything when it ends, for tests.
  public List<String> forgetfulServerCommand(TemporalPorts ports) {
    return List.of();
  }
}

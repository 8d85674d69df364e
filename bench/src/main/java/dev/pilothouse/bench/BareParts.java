package dev.pilothouse.bench;

import dev.pilothouse.workers.platform.Cache;
import dev.pilothouse.workers.platform.DataFolder;
import dev.pilothouse.workers.platform.Platform;
import dev.pilothouse.workers.platform.PlatformState;
import dev.pilothouse.workers.platform.TemporalChoice;
import dev.pilothouse.workers.platform.UpOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// PostgreSQL and Temporal exactly as `up` runs them, without the app.
final class BareParts implements AutoCloseable {
  private final Path folder;
  private final DataFolder data;

  private BareParts(Path folder, DataFolder data) {
    this.folder = folder;
    this.data = data;
  }

  static BareParts up(String temporal) {
    try {
      Path folder = Folders.temporary("pilothouse-bench");
      DataFolder data = new DataFolder(folder.resolve("data"));
      var _ =
          Platform.up(
              new UpOptions(
                  data,
                  Cache.standard(),
                  0,
                  TemporalChoice.parse(temporal),
                  true,
                  IdleJar.in(folder)),
              _ -> {});
      return new BareParts(folder, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// For an app of our own beside them.
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(Platform.appSettings(data).orElseThrow());
    settings.put("PILOTHOUSE_HTTP_PORT", "0");
    return Map.copyOf(settings);
  }

  ProcessHandle process(String part) {
    PlatformState state = Platform.state(data).orElseThrow();
    return ProcessHandle.of(state.part(part).orElseThrow().process().pid()).orElseThrow();
  }

  @Override
  public void close() {
    Platform.stop(data, _ -> {});
    Folders.delete(folder);
  }
}

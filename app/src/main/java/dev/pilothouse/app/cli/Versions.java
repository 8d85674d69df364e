package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.PlatformState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which versions are at work: ours, what we run on, and what runs on the data folder, if anything
/// does.
record Versions(Optional<PlatformState> running) {

  Map<String, String> all() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("pilothouse", own());
    versions.put("java", System.getProperty("java.runtime.version", "unknown"));
    versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    running.ifPresent(state -> {
      versions.put("running", state.version());
      state.parts().forEach((name, part) -> versions.putIfAbsent(name, part.version()));
    });
    return versions;
  }

  /// As the jar's manifest has it; classes that were not packed have no version.
  static String own() {
    return Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}

package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.WrittenText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Example definitions kept as files.
final class Resources {
  private Resources() {}

  static List<Path> goodDefinitions() {
    try (Stream<Path> files = Files.list(folder("/definitions/good"))) {
      return files.sorted().toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static Json read(Path file) {
    try {
      return new Json(Files.readString(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static WrittenText written(Path file) {
    boolean json = file.toString().endsWith(".json");
    return new WrittenText(json ? SourceFormat.JSON : SourceFormat.YAML, read(file).text());
  }

  static Path file(String name) {
    return folder("/definitions").resolve(name);
  }

  static Json good(String name) {
    return read(folder("/definitions/good").resolve(name + ".json"));
  }

  static Path folder(String name) {
    try {
      URI found = Objects.requireNonNull(Resources.class.getResource(name)).toURI();
      return Path.of(found);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

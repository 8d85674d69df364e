package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The development server's data file. Its schema is made with the file and never migrated, so the
/// version that made it stands beside it and only that one may open it. Losing it loses no run:
/// those are rows in PostgreSQL, and are started anew from there.
record TemporalFile(Path folder) {

  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  Path database() {
    return folder.resolve("temporal.db");
  }

  /// The version of the CLI that made it; empty where there is no file yet.
  String writer() {
    return Files.exists(database()) ? writtenBy() : "";
  }

  /// Before each start: leaves the version for later starts, and refuses a file that this version
  /// should not open.
  void prepare(String version) {
    if (Files.exists(database())) {
      checkHeader();
      checkWriter(version);
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw FileProblem.writing(folder, e);
    }
    versionFile().write(version + "\n");
  }

  static PlatformProblem corrupt(Path database) {
    return new PlatformProblem(
        "Expected Temporal's data in '" + database + "', but found something that it cannot read.",
        "Move that file away and start again: runs are kept in PostgreSQL and are started anew from there.");
  }

  private void checkWriter(String version) {
    String writer = writtenBy();
    if (!writer.isEmpty() && !writer.equals(version)) {
      throw new PlatformProblem(
          "Expected Temporal's data in '%s' to be of version %s, but version %s wrote it."
              .formatted(database(), version, writer),
          "Put temporal %s on the PATH, or move that file away and start again: runs are kept in PostgreSQL and are started anew from there."
              .formatted(writer));
    }
  }

  private void checkHeader() {
    try (InputStream file = Files.newInputStream(database())) {
      byte[] header = file.readNBytes(SQLITE.length);
      // why: a server killed at its first moment leaves an empty file, which the next one fills
      if (header.length > 0 && !Arrays.equals(header, SQLITE)) {
        throw corrupt(database());
      }
    } catch (IOException e) {
      throw FileProblem.writing(database(), e);
    }
  }

  private String writtenBy() {
    return versionFile().read().orElse("").strip();
  }

  private WholeFile versionFile() {
    return new WholeFile(folder.resolve("temporal.db.version"));
  }
}

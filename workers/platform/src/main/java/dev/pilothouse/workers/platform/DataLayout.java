package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a data folder can be used at all, asked before anything in it is touched.
record DataLayout(int layout, String writtenBy) {

  static final int CURRENT = 1;

  private static final long NEEDED_BYTES = 500_000_000;

  /// Makes the folder where it is missing and checks one that exists.
  static void prepare(DataFolder data, String version) {
    make(data);
    checkWritable(data.root());
    checkSpace(data.root());
    checkVersion(data);
    new WholeFile(data.layout()).write(Json.write(new DataLayout(CURRENT, version)));
  }

  /// Whether Pilothouse made this folder.
  static boolean isOurs(DataFolder data) {
    return Files.exists(data.layout());
  }

  private static void make(DataFolder data) {
    try {
      Files.createDirectories(data.root());
      Files.createDirectories(data.run());
      Files.createDirectories(data.logs());
    } catch (IOException e) {
      throw FileProblem.writing(data.root(), e);
    }
  }

  private static void checkWritable(Path folder) {
    Path probe = folder.resolve(".writable");
    try {
      Files.deleteIfExists(probe);
      Files.createFile(probe);
      Files.delete(probe);
    } catch (IOException e) {
      throw FileProblem.writing(folder, e);
    }
  }

  private static void checkSpace(Path folder) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < NEEDED_BYTES) {
        throw new PlatformProblem(
            "Expected at least 500 MB of free disk for '%s', but found %d MB."
                .formatted(folder, free / 1_000_000),
            "Make room there, or choose a folder on another disk by --data DIR.");
      }
    } catch (IOException e) {
      throw FileProblem.writing(folder, e);
    }
  }

  private static void checkVersion(DataFolder data) {
    Json.read(data.layout(), DataLayout.class)
        .filter(found -> found.layout() != CURRENT)
        .ifPresent(found -> {
          throw new PlatformProblem(
              "Expected layout %d of the data folder '%s', but found layout %d, written by Pilothouse %s."
                  .formatted(CURRENT, data.root(), found.layout(), found.writtenBy()),
              "Start it by Pilothouse "
                  + found.writtenBy()
                  + ", or choose another folder by --data DIR; nothing in it was changed.");
        });
  }
}

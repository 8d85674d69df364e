package dev.pilothouse.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder that we must be able to fill.
///
/// @param leastFree in bytes, what one first start may write
record FolderRequirement(String name, Path folder, long leastFree, String advice)
    implements Requirement {

  private static final long GIGABYTE = 1_000_000_000;

  @Override
  public Finding check() {
    Path there = nearestThatExists(folder);
    try {
      tryToWrite(there);
      return judge(Files.getFileStore(there).getUsableSpace());
    } catch (IOException e) {
      return Finding.missing(name, "'" + there + "' cannot be written: " + reason(e), advice);
    }
  }

  private Finding judge(long free) {
    String detail = "%s, %.1f GB free".formatted(folder, (double) free / GIGABYTE);
    return free >= leastFree
        ? Finding.ok(name, detail)
        : Finding.missing(name, detail + ", which is too little", "Free some space. " + advice);
  }

  private static void tryToWrite(Path folder) throws IOException {
    Files.delete(Files.createTempFile(folder, ".pilothouse-doctor-", ""));
  }

  /// Java's own message names only our probe.
  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> "it is no folder, or its disk is away";
    };
  }

  private static Path nearestThatExists(Path folder) {
    Path nearest = folder;
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    return nearest;
  }
}

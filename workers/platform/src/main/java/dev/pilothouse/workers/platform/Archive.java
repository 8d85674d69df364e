package dev.pilothouse.workers.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// A compressed tar archive. Nothing in it may reach out of the folder that it is unpacked into.
final class Archive {

  private static final int OWNER_EXECUTES = 0100;

  private Archive() {}

  static void unpackXz(InputStream compressed, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(compressed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, inside(folder, entry.getName()), folder);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path to, Path folder)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(to);
      return;
    }
    Files.createDirectories(to.getParent());
    if (entry.isSymbolicLink()) {
      inside(folder, folder.relativize(to.resolveSibling(entry.getLinkName())).toString());
      Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(to, inside(folder, entry.getLinkName()));
    } else {
      Files.copy(tar, to, StandardCopyOption.REPLACE_EXISTING);
      if ((entry.getMode() & OWNER_EXECUTES) != 0) {
        Executables.mark(to);
      }
    }
  }

  private static Path inside(Path folder, String name) throws IOException {
    Path path = folder.resolve(name).normalize();
    if (!path.startsWith(folder)) {
      throw new IOException("the archive wants to write outside its folder: " + name);
    }
    return path;
  }
}

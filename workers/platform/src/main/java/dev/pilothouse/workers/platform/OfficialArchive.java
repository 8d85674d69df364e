package dev.pilothouse.workers.platform;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// The archive that Temporal's own site gives.
record OfficialArchive(URI address) implements TemporalSource {

  private static final int PATIENCE_MILLIS = 8_000;

  static OfficialArchive of(TemporalRelease release, HostSystem host) {
    return new OfficialArchive(
        URI.create(
            "https://temporal.download/cli/archive/v%s?platform=%s&arch=%s"
                .formatted(release.version(), host.system(), host.architecture())));
  }

  @Override
  public String words() {
    return "its own site";
  }

  @Override
  public Path fetch(Path folder, Progress progress) throws IOException {
    Path archive = folder.resolve("temporal.tar.gz.part");
    download(archive, progress);
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (Path.of(entry.getName()).endsWith("temporal")) {
          Path program = folder.resolve("temporal.part");
          Files.copy(tar, program);
          return program;
        }
      }
    }
    throw new IOException("the archive holds no program named temporal");
  }

  private void download(Path archive, Progress progress) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      throw new IOException(address.getHost() + " answered " + connection.getResponseCode());
    }
    long total = Math.max(0, connection.getContentLengthLong());
    try (InputStream body = new Counting(connection.getInputStream(), total, progress)) {
      Files.copy(body, archive);
    }
    if (total > 0 && Files.size(archive) != total) {
      throw new IOException(
          "only " + Files.size(archive) + " of " + total + " bytes arrived before the end");
    }
  }

  private static final class Counting extends FilterInputStream {

    private final long total;
    private final Progress progress;
    private long done;

    Counting(InputStream bytes, long total, Progress progress) {
      super(bytes);
      this.total = total;
      this.progress = progress;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      done += Math.max(0, read);
      progress.transfer("Temporal", done, total);
      return read;
    }
  }
}

